// name: entities/tally
// mode: read
// params: day
// row: WordTally
// How many entities of each kind, and relationships of each type, stand on a day. Of today each is a number the store keeps.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  CALL () {
    MATCH (e:CentralCommittee)
    WITH count(e) AS total
    RETURN 'CentralCommittee' AS word,
           total AS total
    UNION ALL
    MATCH (e:ProvinceCommittee)
    WITH count(e) AS total
    RETURN 'ProvinceCommittee' AS word,
           total AS total
    UNION ALL
    MATCH (e:CityCommittee)
    WITH count(e) AS total
    RETURN 'CityCommittee' AS word,
           total AS total
    UNION ALL
    MATCH (e:CountyCommittee)
    WITH count(e) AS total
    RETURN 'CountyCommittee' AS word,
           total AS total
    UNION ALL
    MATCH (e:StreetCommittee)
    WITH count(e) AS total
    RETURN 'StreetCommittee' AS word,
           total AS total
    UNION ALL
    MATCH (e:CommunityOrg)
    WITH count(e) AS total
    RETURN 'CommunityOrg' AS word,
           total AS total
    UNION ALL
    MATCH (e:GridBranch)
    WITH count(e) AS total
    RETURN 'GridBranch' AS word,
           total AS total
    UNION ALL
    MATCH (e:BuildingGroup)
    WITH count(e) AS total
    RETURN 'BuildingGroup' AS word,
           total AS total
    UNION ALL
    MATCH (e:GridGroup)
    WITH count(e) AS total
    RETURN 'GridGroup' AS word,
           total AS total
    UNION ALL
    MATCH (e:MemberHousehold)
    WITH count(e) AS total
    RETURN 'MemberHousehold' AS word,
           total AS total
    UNION ALL
    MATCH (e:Country)
    WITH count(e) AS total
    RETURN 'Country' AS word,
           total AS total
    UNION ALL
    MATCH (e:Province)
    WITH count(e) AS total
    RETURN 'Province' AS word,
           total AS total
    UNION ALL
    MATCH (e:City)
    WITH count(e) AS total
    RETURN 'City' AS word,
           total AS total
    UNION ALL
    MATCH (e:County)
    WITH count(e) AS total
    RETURN 'County' AS word,
           total AS total
    UNION ALL
    MATCH (e:Town)
    WITH count(e) AS total
    RETURN 'Town' AS word,
           total AS total
    UNION ALL
    MATCH (e:Neighbourhood)
    WITH count(e) AS total
    RETURN 'Neighbourhood' AS word,
           total AS total
    UNION ALL
    MATCH (e:Grid)
    WITH count(e) AS total
    RETURN 'Grid' AS word,
           total AS total
    UNION ALL
    MATCH (e:Compound)
    WITH count(e) AS total
    RETURN 'Compound' AS word,
           total AS total
    UNION ALL
    MATCH (e:Building)
    WITH count(e) AS total
    RETURN 'Building' AS word,
           total AS total
    UNION ALL
    MATCH (e:Alliance)
    WITH count(e) AS total
    RETURN 'Alliance' AS word,
           total AS total
    UNION ALL
    MATCH (e:LeadingGroup)
    WITH count(e) AS total
    RETURN 'LeadingGroup' AS word,
           total AS total
    UNION ALL
    MATCH (e:Unit)
    WITH count(e) AS total
    RETURN 'Unit' AS word,
           total AS total
    UNION ALL
    MATCH (e:Venue)
    WITH count(e) AS total
    RETURN 'Venue' AS word,
           total AS total
    UNION ALL
    MATCH (e:Activity)
    WITH count(e) AS total
    RETURN 'Activity' AS word,
           total AS total
    UNION ALL
    MATCH (e:Pairing)
    WITH count(e) AS total
    RETURN 'Pairing' AS word,
           total AS total
    UNION ALL
    MATCH (e:Post)
    WITH count(e) AS total
    RETURN 'Post' AS word,
           total AS total
    UNION ALL
    MATCH (e:Person)
    WITH count(e) AS total
    RETURN 'Person' AS word,
           total AS total
    UNION ALL
    MATCH (e:Committee)
    WITH count(e) AS total
    RETURN 'Committee' AS word,
           total AS total
    UNION ALL
    MATCH (e:CommitteeOffice)
    WITH count(e) AS total
    RETURN 'CommitteeOffice' AS word,
           total AS total
    UNION ALL
    MATCH (e:WorkingGroup)
    WITH count(e) AS total
    RETURN 'WorkingGroup' AS word,
           total AS total
    UNION ALL
    MATCH (e:GovernanceSection)
    WITH count(e) AS total
    RETURN 'GovernanceSection' AS word,
           total AS total
    UNION ALL
    MATCH (e:Cadre)
    WITH count(e) AS total
    RETURN 'Cadre' AS word,
           total AS total
    UNION ALL
    MATCH (e:GridWorker)
    WITH count(e) AS total
    RETURN 'GridWorker' AS word,
           total AS total
    UNION ALL
    MATCH (e:Officer)
    WITH count(e) AS total
    RETURN 'Officer' AS word,
           total AS total
    UNION ALL
    MATCH (e:Volunteer)
    WITH count(e) AS total
    RETURN 'Volunteer' AS word,
           total AS total
    UNION ALL
    MATCH (e:Method)
    WITH count(e) AS total
    RETURN 'Method' AS word,
           total AS total
    UNION ALL
    MATCH (e:MethodStep)
    WITH count(e) AS total
    RETURN 'MethodStep' AS word,
           total AS total
    UNION ALL
    MATCH (e:ServiceCategory)
    WITH count(e) AS total
    RETURN 'ServiceCategory' AS word,
           total AS total
    UNION ALL
    MATCH (e:ServiceItem)
    WITH count(e) AS total
    RETURN 'ServiceItem' AS word,
           total AS total
    UNION ALL
    MATCH (e:ServiceCentre)
    WITH count(e) AS total
    RETURN 'ServiceCentre' AS word,
           total AS total
    UNION ALL
    MATCH (e:RedPost)
    WITH count(e) AS total
    RETURN 'RedPost' AS word,
           total AS total
    UNION ALL
    MATCH (e:NewOrgBranch)
    WITH count(e) AS total
    RETURN 'NewOrgBranch' AS word,
           total AS total
    UNION ALL
    MATCH (e:DispatchedBranch)
    WITH count(e) AS total
    RETURN 'DispatchedBranch' AS word,
           total AS total
    UNION ALL
    MATCH (e:Power)
    WITH count(e) AS total
    RETURN 'Power' AS word,
           total AS total
    UNION ALL
    MATCH (e:EnforcementItem)
    WITH count(e) AS total
    RETURN 'EnforcementItem' AS word,
           total AS total
    UNION ALL
    MATCH (e:Right)
    WITH count(e) AS total
    RETURN 'Right' AS word,
           total AS total
    UNION ALL
    MATCH (e:Duty)
    WITH count(e) AS total
    RETURN 'Duty' AS word,
           total AS total
    UNION ALL
    MATCH (e:StreetOffice)
    WITH count(e) AS total
    RETURN 'StreetOffice' AS word,
           total AS total
    UNION ALL
    MATCH (e:Platform)
    WITH count(e) AS total
    RETURN 'Platform' AS word,
           total AS total
    UNION ALL
    MATCH (e:PoliceStation)
    WITH count(e) AS total
    RETURN 'PoliceStation' AS word,
           total AS total
    UNION ALL
    MATCH (e:PoliceRoom)
    WITH count(e) AS total
    RETURN 'PoliceRoom' AS word,
           total AS total
    UNION ALL
    MATCH (e:EnforcementResult)
    WITH count(e) AS total
    RETURN 'EnforcementResult' AS word,
           total AS total
    UNION ALL
    MATCH (e:Identifier)
    WITH count(e) AS total
    RETURN 'Identifier' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:UNDER]->()
    WITH count(link) AS total
    RETURN 'UNDER' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:COVERS]->()
    WITH count(link) AS total
    RETURN 'COVERS' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:WITHIN]->()
    WITH count(link) AS total
    RETURN 'WITHIN' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:LEADS]->()
    WITH count(link) AS total
    RETURN 'LEADS' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:MEMBER_OF]->()
    WITH count(link) AS total
    RETURN 'MEMBER_OF' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:GUIDED_BY]->()
    WITH count(link) AS total
    RETURN 'GUIDED_BY' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:PART_OF]->()
    WITH count(link) AS total
    RETURN 'PART_OF' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:HOLDS]->()
    WITH count(link) AS total
    RETURN 'HOLDS' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:CONTACTS]->()
    WITH count(link) AS total
    RETURN 'CONTACTS' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:SERVES]->()
    WITH count(link) AS total
    RETURN 'SERVES' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:LOCATED_IN]->()
    WITH count(link) AS total
    RETURN 'LOCATED_IN' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:OPENED_BY]->()
    WITH count(link) AS total
    RETURN 'OPENED_BY' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:ORGANISED_BY]->()
    WITH count(link) AS total
    RETURN 'ORGANISED_BY' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:TOOK_PLACE_AT]->()
    WITH count(link) AS total
    RETURN 'TOOK_PLACE_AT' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:OFFERS]->()
    WITH count(link) AS total
    RETURN 'OFFERS' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:JOINS]->()
    WITH count(link) AS total
    RETURN 'JOINS' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:SET_UP_IN]->()
    WITH count(link) AS total
    RETURN 'SET_UP_IN' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:ANSWERS_TO]->()
    WITH count(link) AS total
    RETURN 'ANSWERS_TO' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:DISPATCHED_TO]->()
    WITH count(link) AS total
    RETURN 'DISPATCHED_TO' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:DISPATCHED_BY]->()
    WITH count(link) AS total
    RETURN 'DISPATCHED_BY' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:DELEGATED_TO]->()
    WITH count(link) AS total
    RETURN 'DELEGATED_TO' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:DELEGATED_BY]->()
    WITH count(link) AS total
    RETURN 'DELEGATED_BY' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:GRANTED_TO]->()
    WITH count(link) AS total
    RETURN 'GRANTED_TO' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:BORNE_BY]->()
    WITH count(link) AS total
    RETURN 'BORNE_BY' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:BACKED_BY]->()
    WITH count(link) AS total
    RETURN 'BACKED_BY' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:POSTED_TO]->()
    WITH count(link) AS total
    RETURN 'POSTED_TO' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:STATIONED_AT]->()
    WITH count(link) AS total
    RETURN 'STATIONED_AT' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:EMPLOYED_BY]->()
    WITH count(link) AS total
    RETURN 'EMPLOYED_BY' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:PAIRED_WITH]->()
    WITH count(link) AS total
    RETURN 'PAIRED_WITH' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:ENROLLED_IN]->()
    WITH count(link) AS total
    RETURN 'ENROLLED_IN' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:MOVED_DOWN_TO]->()
    WITH count(link) AS total
    RETURN 'MOVED_DOWN_TO' AS word,
           total AS total
    UNION ALL
    MATCH ()-[link:IDENTIFIES]->()
    WITH count(link) AS total
    RETURN 'IDENTIFIES' AS word,
           total AS total
  }
  RETURN word,
         total
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  CALL () {
    MATCH (e:Entity)
    USING INDEX e:Entity(id)
    WHERE e.id > ''
    WITH head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]) AS was, e
    WITH coalesce(was, e) AS state
    WHERE state.valid_from <= $day AND coalesce($day < state.valid_to, true)
    RETURN state.kind AS word,
           count(state) AS total
    UNION ALL
    MATCH (source:Entity)-[link:UNDER|COVERS|WITHIN|LEADS|MEMBER_OF|GUIDED_BY|PART_OF|HOLDS|CONTACTS|SERVES|LOCATED_IN|OPENED_BY
        |ORGANISED_BY|TOOK_PLACE_AT|OFFERS|JOINS|SET_UP_IN|ANSWERS_TO|DISPATCHED_TO|DISPATCHED_BY
        |DELEGATED_TO|DELEGATED_BY|GRANTED_TO|BORNE_BY|BACKED_BY|POSTED_TO|STATIONED_AT|EMPLOYED_BY
        |PAIRED_WITH|ENROLLED_IN|MOVED_DOWN_TO|IDENTIFIES|WAS_UNDER|WAS_COVERS|WAS_WITHIN|WAS_LEADS
        |WAS_MEMBER_OF|WAS_GUIDED_BY|WAS_PART_OF|WAS_HOLDS|WAS_CONTACTS|WAS_SERVES|WAS_LOCATED_IN
        |WAS_OPENED_BY|WAS_ORGANISED_BY|WAS_TOOK_PLACE_AT|WAS_OFFERS|WAS_JOINS|WAS_SET_UP_IN|WAS_ANSWERS_TO
        |WAS_DISPATCHED_TO|WAS_DISPATCHED_BY|WAS_DELEGATED_TO|WAS_DELEGATED_BY|WAS_GRANTED_TO|WAS_BORNE_BY
        |WAS_BACKED_BY|WAS_POSTED_TO|WAS_STATIONED_AT|WAS_EMPLOYED_BY|WAS_PAIRED_WITH|WAS_ENROLLED_IN
        |WAS_MOVED_DOWN_TO|WAS_IDENTIFIES]->()
    USING INDEX source:Entity(id)
    WHERE source.id > ''
      AND link.valid_from <= $day AND coalesce($day < link.valid_to, true)
    RETURN replace(type(link), 'WAS_', '') AS word,
           count(link) AS total
  }
  RETURN word,
         total
}
RETURN word,
       total
ORDER BY word
