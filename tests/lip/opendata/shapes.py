"""
What DCAT-AP.de 3.0 demands, as shapes of our own.

The official shapes are a repository of their own and need the lists of the EU; these
say the same of what our catalogue has. Named beside each are the sections of the
specification (DCAT-AP 3.0.0, DCAT-AP.de 3.0) and the rules of the Konventionenhandbuch
(K…). K12 and K13, the id of who delivers, hold for who delivers to GovData: the setting
`LIP_CONTRIBUTOR`.
"""

SHAPES_OF_THE_CATALOGUE = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcatap: <http://data.europa.eu/r5r/> .
@prefix dcatde: <http://dcat-ap.de/def/dcatde/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

# Catalogue: title, description, publisher are mandatory; homepage and licence once.
<urn:catalogue> a sh:NodeShape ; sh:targetClass dcat:Catalog ;
    sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:uniqueLang true ] ;
    sh:property [ sh:path dct:description ; sh:minCount 1 ; sh:uniqueLang true ] ;
    sh:property [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ;
        sh:class foaf:Agent ] ;
    sh:property [ sh:path foaf:homepage ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
    sh:property [ sh:path dct:license ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
    sh:property [ sh:path dct:language ; sh:nodeKind sh:IRI ;
        sh:pattern "^http://publications.europa.eu/resource/authority/language/[A-Z]{3}$" ] ;
    sh:property [ sh:path dcat:themeTaxonomy ; sh:maxCount 1 ;
        sh:hasValue <http://publications.europa.eu/resource/authority/data-theme> ] ;
    sh:property [ sh:path dct:spatial ; sh:class dct:Location ] ;
    sh:property [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] ;
    sh:property [ sh:path dcat:service ; sh:class dcat:DataService ] .

# Agent: a name, of at most one type.
<urn:agent> a sh:NodeShape ; sh:targetClass foaf:Agent ;
    sh:property [ sh:path foaf:name ; sh:minCount 1 ; sh:nodeKind sh:Literal ] ;
    sh:property [ sh:path dct:type ; sh:maxCount 1 ] .

# K01: who is named as contact can be written to, or has a form.
<urn:contact> a sh:NodeShape ; sh:targetObjectsOf dcat:contactPoint ;
    sh:class vcard:Kind ;
    sh:or ( [ sh:property [ sh:path vcard:hasEmail ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ]
            [ sh:property [ sh:path vcard:hasURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ] ) .

# Dataset: title and description are mandatory, K36 the publisher, K30 a theme;
# keywords, landing page, times and an identifier are asked for.
<urn:dataset> a sh:NodeShape ; sh:targetClass dcat:Dataset ;
    sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:uniqueLang true ] ;
    sh:property [ sh:path dct:description ; sh:minCount 1 ; sh:uniqueLang true ] ;
    sh:property [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ;
        sh:class foaf:Agent ] ;
    sh:property [ sh:path dcat:contactPoint ; sh:minCount 1 ] ;
    sh:property [ sh:path dcat:theme ; sh:minCount 1 ; sh:nodeKind sh:IRI ;
        sh:pattern "^http://publications.europa.eu/resource/authority/data-theme/[A-Z]{4}$" ] ;
    sh:property [ sh:path dcat:keyword ; sh:minCount 1 ; sh:nodeKind sh:Literal ] ;
    sh:property [ sh:path dcatde:contributorID ; sh:minCount 1 ; sh:maxCount 1 ;
        sh:pattern "^http://dcat-ap.de/def/contributors/" ] ;
    sh:property [ sh:path dct:identifier ; sh:minCount 1 ; sh:nodeKind sh:Literal ] ;
    sh:property [ sh:path dcat:landingPage ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
    sh:property [ sh:path dct:issued ; sh:maxCount 1 ; sh:datatype xsd:dateTime ] ;
    sh:property [ sh:path dct:modified ; sh:maxCount 1 ; sh:datatype xsd:dateTime ] ;
    sh:property [ sh:path dct:language ; sh:nodeKind sh:IRI ;
        sh:pattern "^http://publications.europa.eu/resource/authority/language/[A-Z]{3}$" ] ;
    sh:property [ sh:path dct:accrualPeriodicity ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
        sh:pattern "^http://publications.europa.eu/resource/authority/frequency/[A-Z_0-9]+$" ] ;
    sh:property [ sh:path dct:spatial ; sh:class dct:Location ] ;
    sh:property [ sh:path dcatde:politicalGeocodingLevelURI ; sh:nodeKind sh:IRI ;
        sh:pattern "^http://dcat-ap.de/def/politicalGeocoding/Level/" ] ;
    sh:property [ sh:path dcat:distribution ; sh:minCount 1 ;
        sh:class dcat:Distribution ] .

# Distribution: an address; K31 a licence of the list, K32 a format of the EU's list.
<urn:distribution> a sh:NodeShape ; sh:targetClass dcat:Distribution ;
    sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:uniqueLang true ] ;
    sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
    sh:property [ sh:path dcat:downloadURL ; sh:nodeKind sh:IRI ] ;
    sh:property [ sh:path dct:license ; sh:minCount 1 ; sh:maxCount 1 ;
        sh:nodeKind sh:IRI ; sh:pattern "^http://dcat-ap.de/def/licenses/" ] ;
    sh:property [ sh:path dcatde:licenseAttributionByText ; sh:minCount 1 ;
        sh:nodeKind sh:Literal ] ;
    sh:property [ sh:path dct:format ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
        sh:pattern "^http://publications.europa.eu/resource/authority/file-type/[A-Z]+$" ] ;
    sh:property [ sh:path dcat:mediaType ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
        sh:pattern "^https?://www.iana.org/assignments/media-types/" ] ;
    sh:property [ sh:path dcatap:availability ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
        sh:pattern "^http://publications.europa.eu/resource/authority/planned-availability/" ] ;
    sh:property [ sh:path dct:modified ; sh:maxCount 1 ; sh:datatype xsd:dateTime ] .

# Data service: a title and where it is asked; it serves sets of this catalogue.
<urn:service> a sh:NodeShape ; sh:targetClass dcat:DataService ;
    sh:property [ sh:path dct:title ; sh:minCount 1 ] ;
    sh:property [ sh:path dcat:endpointURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ;
    sh:property [ sh:path dcat:servesDataset ; sh:class dcat:Dataset ] ;
    sh:property [ sh:path dct:publisher ; sh:maxCount 1 ; sh:class foaf:Agent ] ;
    sh:property [ sh:path dct:license ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] .
"""  # noqa: E501 - an address
