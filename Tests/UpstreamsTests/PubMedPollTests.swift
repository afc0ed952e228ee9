import Model
import Testing
import Time
import Upstreams

private let base = "https://eutils.example/entrez/eutils"
private let search =
  base + "/esearch.fcgi?db=pubmed&term=multiple%20sclerosis%5Bmajr%5D&datetype=edat&reldate=30&retmax=1000&retmode=xml"
  + "&tool=courant"

private func fetched(_ numbers: String) -> String {
  base + "/efetch.fcgi?db=pubmed&id=\(numbers)&retmode=xml&tool=courant"
}

private func found(_ numbers: [Int], _ more: String = "") -> String {
  """
  <?xml version="1.0" encoding="UTF-8" ?><!DOCTYPE eSearchResult PUBLIC "-//NLM//DTD esearch 20060628//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20060628/esearch.dtd">
  <eSearchResult><Count>\(numbers.count)</Count><RetMax>\(numbers.count)</RetMax><RetStart>0</RetStart><IdList>
  \(numbers.map { "<Id>\($0)</Id>" }.joined(separator: "\n"))
  </IdList><TranslationSet/><QueryTranslation>x</QueryTranslation>\(more)</eSearchResult>
  """
}

private func papers(_ records: String) -> String {
  "<?xml version=\"1.0\" ?><!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD PubMedArticle, 1st January 2026//EN\" "
    + "\"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_260101.dtd\"><PubmedArticleSet>\(records)</PubmedArticleSet>"
}

/// A record in the shape of PubMed's, with the elements that mislead.
private func record(_ pmid: Int, type: String = "Journal Article", date: String = defaultDate) -> String {
  """
  <PubmedArticle><MedlineCitation Status="Publisher" Owner="NLM"><PMID Version="1">\(pmid)</PMID>
  <DateRevised><Year>2026</Year><Month>11</Month><Day>29</Day></DateRevised>
  <Article PubModel="Print-Electronic"><Journal><ISSN IssnType="Electronic">1476-5381</ISSN>
  <JournalIssue CitedMedium="Internet">\(date)</JournalIssue>
  <Title>British journal of pharmacology</Title><ISOAbbreviation>Br J Pharmacol</ISOAbbreviation></Journal>
  <ArticleTitle>P-glycoprotein &amp; <i>SOD1</i> at the blood-brain barrier.</ArticleTitle>
  <ELocationID EIdType="pii" ValidYN="Y">x</ELocationID><ELocationID EIdType="doi" ValidYN="Y">10.1111/BPH.\(pmid)</ELocationID>
  <Abstract><AbstractText Label="BACKGROUND AND PURPOSE" NlmCategory="BACKGROUND">Ca<sup>2+</sup> rises; p &lt; 0.05.</AbstractText>
  <AbstractText Label="RESULTS">It fell.</AbstractText><CopyrightInformation>© 2026</CopyrightInformation></Abstract>
  <AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Lee</LastName><ForeName>Ann B</ForeName><Initials>AB</Initials>
  <AffiliationInfo><Affiliation>Somewhere. ann@example.org</Affiliation></AffiliationInfo></Author>
  <Author ValidYN="Y"><CollectiveName>The ALS Group</CollectiveName></Author></AuthorList>
  <Language>eng</Language><PublicationTypeList><PublicationType UI="D016428">\(type)</PublicationType></PublicationTypeList></Article>
  <KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">proteomics</Keyword></KeywordList>
  <MeshHeadingList><MeshHeading><DescriptorName UI="D1" MajorTopicYN="N">Humans</DescriptorName></MeshHeading>
  <MeshHeading><DescriptorName UI="D2" MajorTopicYN="Y">Blood-Brain Barrier</DescriptorName></MeshHeading></MeshHeadingList>
  <CommentsCorrectionsList><CommentsCorrections RefType="Cites"><PMID Version="1">999</PMID></CommentsCorrections></CommentsCorrectionsList>
  </MedlineCitation><PubmedData><History>
  <PubMedPubDate PubStatus="received"><Year>2026</Year><Month>1</Month><Day>2</Day></PubMedPubDate>
  <PubMedPubDate PubStatus="pubmed"><Year>2026</Year><Month>11</Month><Day>28</Day><Hour>0</Hour><Minute>0</Minute></PubMedPubDate>
  <PubMedPubDate PubStatus="entrez"><Year>2026</Year><Month>11</Month><Day>27</Day><Hour>6</Hour><Minute>33</Minute></PubMedPubDate>
  </History><ArticleIdList><ArticleId IdType="pubmed">\(pmid)</ArticleId></ArticleIdList>
  <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.9999/other</ArticleId></ArticleIdList></Reference></ReferenceList>
  </PubmedData></PubmedArticle>
  """
}

private let defaultDate = "<PubDate><Year>2027</Year><Month>Jan</Month></PubDate>"

private func asking(_ set: (inout UpstreamQuestion) -> Void = { _ in }) -> UpstreamQuestion {
  var asked = question(.pubmed(query: "multiple sclerosis[majr]"), base)
  set(&asked)
  return asked
}

@Suite struct PubMedPollTests {
  @Test func aPaperIsReadFromItsPubMedRecord() throws {
    let site = CannedSite()
    site.set(search, found([41000001]))
    site.set(fetched("41000001"), papers(record(41000001)))
    var expected = UpstreamItem(title: "P-glycoprotein & SOD1 at the blood-brain barrier")
    expected.guid = "pubmed:41000001"
    expected.link = "https://pubmed.ncbi.nlm.nih.gov/41000001/"
    expected.body =
      "<p><strong>Background and purpose:</strong> Ca<sup>2+</sup> rises; p &lt; 0.05.</p>\n<p><strong>Results:</strong> It fell.</p>\n"
    // `entrez`, not the date of the issue, which is in the future.
    expected.published = Instant(rfc3339: "2026-11-27T06:33:00Z")
    expected.categories = ["proteomics", "Blood-Brain Barrier"]
    expected.authors = ["Ann B Lee", "The ALS Group"]
    expected.papers = ["doi:10.1111/bph.41000001", "pmid:41000001"]
    expected.citation = Article.Citation(
      title: expected.title, journal: "British journal of pharmacology", doi: "10.1111/bph.41000001",
      url: expected.link, published: "2027-01")
    #expect(try document(asking(), site).items == [expected])
    #expect(site.asked == [search, fetched("41000001")])
  }

  @Test func onlyUnknownPapersAreFetchedTwoHundredAtATime() throws {
    let site = CannedSite()
    let numbers = Array(1...450)
    site.set(search, found(numbers))
    let known = Set((1...50).map { ItemKey.paper("pmid:\($0)") })
    let batches = [51...250, 251...450].map { Array($0) }
    for batch in batches {
      site.set(fetched(batch.map(String.init).joined(separator: ",")), papers(batch.map { record($0) }.joined()))
    }
    #expect(try document(asking { $0.known = known }, site).items.count == 400)
    #expect(site.asked.count == 3)
  }

  @Test func withoutNewsOneRequestIsEnough() throws {
    let site = CannedSite()
    site.set(search, found([]))
    #expect(try document(asking(), site).items.isEmpty)
    #expect(site.asked == [search])
  }

  @Test func requestsIdentifyTheOperator() {
    let site = CannedSite()
    _ = outcome(
      asking {
        $0.contact = "ann@example.org"
        $0.key = "k y"
        $0.first.validators = Validators(etag: "\"1\"")
      }, site)
    #expect(site.asked == [search + "&email=ann%40example.org&api_key=k%20y"])
    #expect(site.requests[0].validators.isEmpty)
  }

  @Test(arguments: [
    ("Retracted Publication", "is retracted"), ("Retraction of Publication", "is the retraction of another paper"),
    ("Published Erratum", "is the erratum of another paper"),
  ])
  func retractionsAndErrataAreRemarkedOn(_ type: String, _ words: String) throws {
    let site = CannedSite()
    site.set(search, found([7]))
    site.set(fetched("7"), papers(record(7, type: type)))
    let remark = "“P-glycoprotein & SOD1 at the blood-brain barrier” (doi:10.1111/bph.7) \(words)"
    #expect(try document(asking(), site).remarks == [remark])
  }

  @Test func aRecordThatIsTooLongIsRemarkedOn() throws {
    let site = CannedSite()
    site.set(search, found([7]))
    let long = "<Comments>" + String(repeating: "words ", count: 170_000) + "</Comments></PubmedArticle>"
    site.set(fetched("7"), papers(record(7).replacing("</PubmedArticle>", with: long) + record(8)))
    let found = try document(asking(), site)
    #expect(
      found.remarks == [
        "“P-glycoprotein & SOD1 at the blood-brain barrier” (doi:10.1111/bph.7) has a record longer than 1 MB, of which "
          + "only the beginning is used"
      ])
    #expect(found.items.count == 2)
  }

  @Test(arguments: [
    ("<PubDate><MedlineDate>1990 May-Jun</MedlineDate></PubDate>", "1990"),
    ("<PubDate><Year>2026</Year><Month>11</Month><Day>31</Day></PubDate>", "2026-11"),
    ("<PubDate><Year>2026</Year><Season>Spring</Season></PubDate>", "2026"), ("<PubDate/>", nil),
    (defaultDate + "</JournalIssue><JournalIssue/>", "2027-01"),
  ])
  func aDateOfPublicationMayHaveOnlyAYear(_ date: String, _ published: String?) throws {
    let site = CannedSite()
    site.set(search, found([7]))
    site.set(fetched("7"), papers(record(7, date: date)))
    #expect(try document(asking(), site).items.first?.citation?.published == published)
  }

  @Test(arguments: [
    ("<ErrorList><FieldNotFound>majrr</FieldNotFound></ErrorList>", "PubMed refuses the query: majrr"),
    ("<ERROR>Empty term and query_key</ERROR>", "PubMed refuses the query: Empty term and query_key"),
  ])
  func aQueryThatPubMedRefusesIsAFailure(_ element: String, _ sentence: String) {
    let site = CannedSite()
    site.set(search, found([], element))
    #expect(failure(asking(), site)?.sentence == sentence)
  }

  @Test func aWordThatPubMedDoesNotKnowIsRemarkedOn() throws {
    let site = CannedSite()
    site.set(search, found([], "<WarningList><QuotedPhraseNotFound>\"slerosis\"</QuotedPhraseNotFound></WarningList>"))
    #expect(try document(asking(), site).remarks == ["PubMed knows nothing of \"slerosis\""])
  }

  @Test func anAnswerThatCannotBeReadIsAFailure() {
    let site = CannedSite()
    site.set(search, "{\"error\":\"API rate limit exceeded\"}")
    #expect(failure(asking(), site)?.sentence == "PubMed's answer to the search cannot be read")
    site.set(search, found([7]))
    site.set(fetched("7"), "<html>Maintenance</html>")
    #expect(failure(asking(), site)?.sentence == "PubMed's answer with the papers cannot be read")
    site.answers[fetched("7")] = .status(429)
    #expect(outcome(asking(), site) == .unanswered)
  }
}
