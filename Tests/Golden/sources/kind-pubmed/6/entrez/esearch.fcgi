<?xml version="1.0" encoding="UTF-8" ?>
<eSearchResult><Count>1</Count><RetMax>1</RetMax><RetStart>0</RetStart><IdList>
<Id>1003</Id>
</IdList></eSearchResult>
