<?xml version="1.0" ?>
<PubmedArticleSet><PubmedArticle><MedlineCitation Status="Publisher" Owner="NLM"><PMID Version="1">1003</PMID>
<Article PubModel="Electronic"><Journal><JournalIssue CitedMedium="Internet"><PubDate><Year>2027</Year><Month>Jan</Month></PubDate></JournalIssue><Title>Journal of things</Title></Journal>
<ArticleTitle>Salt and sleep.</ArticleTitle><ELocationID EIdType="doi" ValidYN="Y">10.1000/1003</ELocationID><Abstract><AbstractText>Salt and sleep in short.</AbstractText></Abstract>
<PublicationTypeList><PublicationType UI="D016428">Retraction Notice</PublicationType></PublicationTypeList></Article></MedlineCitation><PubmedData><History>
<PubMedPubDate PubStatus="entrez"><Year>2026</Year><Month>11</Month><Day>19</Day><Hour>6</Hour><Minute>33</Minute></PubMedPubDate></History>
<ArticleIdList><ArticleId IdType="pubmed">1003</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
</PubmedArticleSet>
