<?xml version="1.0" ?>
<PubmedArticleSet><PubmedArticle><MedlineCitation Status="Publisher" Owner="NLM"><PMID Version="1">1002</PMID>
<Article PubModel="Electronic"><Journal><JournalIssue CitedMedium="Internet"><PubDate><Year>2027</Year><Month>Jan</Month></PubDate></JournalIssue><Title>Journal of things</Title></Journal>
<ArticleTitle>Salt.</ArticleTitle><ELocationID EIdType="doi" ValidYN="Y">10.1000/1002</ELocationID><Abstract><AbstractText>Salt in short.</AbstractText></Abstract>
<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList></Article></MedlineCitation><PubmedData><History>
<PubMedPubDate PubStatus="entrez"><Year>2026</Year><Month>11</Month><Day>17</Day><Hour>6</Hour><Minute>33</Minute></PubMedPubDate></History>
<ArticleIdList><ArticleId IdType="pubmed">1002</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
</PubmedArticleSet>
