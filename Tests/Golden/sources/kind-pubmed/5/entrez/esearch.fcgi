<?xml version="1.0" encoding="UTF-8" ?>
<eSearchResult><Count>3</Count><RetMax>3</RetMax><RetStart>0</RetStart><IdList>
<Id>1003</Id>
<Id>1002</Id>
<Id>1001</Id>
</IdList></eSearchResult>
