<?xml version="1.0" encoding="UTF-8" ?>
<eSearchResult><Count>2</Count><RetMax>2</RetMax><RetStart>0</RetStart><IdList>
<Id>1001</Id>
<Id>1000</Id>
</IdList></eSearchResult>
