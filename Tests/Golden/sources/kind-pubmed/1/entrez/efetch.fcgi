<?xml version="1.0" ?>
<PubmedArticleSet><PubmedArticle><MedlineCitation Status="Publisher" Owner="NLM"><PMID Version="1">1001</PMID>
<Article PubModel="Electronic"><Journal><JournalIssue CitedMedium="Internet"><PubDate><Year>2027</Year><Month>Jan</Month></PubDate></JournalIssue><Title>Journal of things</Title></Journal>
<ArticleTitle>Salt and sleep.</ArticleTitle><ELocationID EIdType="doi" ValidYN="Y">10.1000/1001</ELocationID><Abstract><AbstractText>Salt and sleep in short.</AbstractText></Abstract>
<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList></Article></MedlineCitation><PubmedData><History>
<PubMedPubDate PubStatus="entrez"><Year>2026</Year><Month>11</Month><Day>16</Day><Hour>6</Hour><Minute>33</Minute></PubMedPubDate></History>
<ArticleIdList><ArticleId IdType="pubmed">1001</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
<PubmedArticle><MedlineCitation Status="Publisher" Owner="NLM"><PMID Version="1">1000</PMID>
<Article PubModel="Electronic"><Journal><JournalIssue CitedMedium="Internet"><PubDate><Year>2027</Year><Month>Jan</Month></PubDate></JournalIssue><Title>Journal of things</Title></Journal>
<ArticleTitle>Sleep.</ArticleTitle><ELocationID EIdType="doi" ValidYN="Y">10.1000/1000</ELocationID><Abstract><AbstractText>Sleep in short.</AbstractText></Abstract>
<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList></Article></MedlineCitation><PubmedData><History>
<PubMedPubDate PubStatus="entrez"><Year>2026</Year><Month>11</Month><Day>9</Day><Hour>6</Hour><Minute>33</Minute></PubMedPubDate></History>
<ArticleIdList><ArticleId IdType="pubmed">1000</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
</PubmedArticleSet>
