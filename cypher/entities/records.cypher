// name: entities/records
// mode: read
// params: ids
// row: AnyEntity
// The entities of those ids, by id, with the fields of every family; those its own lacks are null.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name,
       e.valid_from AS valid_from,
       e.valid_to AS valid_to,
       e.source AS source,
       e.tier AS tier,
       e.title AS title,
       head([(e)-[:UNDER|WITHIN]->(superior) | superior.id]) AS parent_id,
       reduce(first = null, id IN [(e)-[:COVERS]->(area) | area.id] | CASE WHEN first < id THEN first ELSE id END) AS area_id,
       e.code AS code,
       e.category AS category,
       e.level AS level,
       head([(e)<-[:LEADS]-(lead) | lead.id]) AS lead_id,
       e.line AS line,
       e {.tier, .title, .members, .last_election, .next_election, .admin_posts_before, .admin_posts, .code,
          .category, .level, .line, .new_org, .has_premises, .employees, .is_operating, .applicants,
          .ought_branch, .moved_down_on, .posts, .staff, .position, .applies_to, .produces, .formed_on, .field,
          .role, .facilities, .opened_on, .theme, .held_on, .participants, .mode, .authority, .dispatched_on,
          .basis, .delegated_on, .granted_on, .added_on, .is_lead, .police, .amount, .unit, .rank,
          .is_full_time, .assignment, .posted_on, .modes, .shared, .cooperation} AS properties,
       [(e)-[tie:ANSWERS_TO|BACKED_BY|BORNE_BY|CONTACTS|COVERS|DELEGATED_BY|DELEGATED_TO|DISPATCHED_BY
          |DISPATCHED_TO|EMPLOYED_BY|ENROLLED_IN|GRANTED_TO|GUIDED_BY|HOLDS|JOINS|LOCATED_IN|MOVED_DOWN_TO
          |OFFERS|OPENED_BY|ORGANISED_BY|PAIRED_WITH|PART_OF|POSTED_TO|SERVES|SET_UP_IN|STATIONED_AT
          |TOOK_PLACE_AT|UNDER|WITHIN]->(other:Entity)
         | [type(tie), other.id]] AS related
ORDER BY id
