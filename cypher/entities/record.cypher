// name: entities/record
// mode: read
// params: id
// row: EntityRecord
// Any entity by its id, standing or closed, with the fields of every family; those its own lacks are null. Null when there is none.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (e:Entity {id: $id})
RETURN seq,
       token_key,
       e {.id, .kind, .name, .valid_from, .valid_to, .source, .tier, .title,
         parent_id: coalesce(
           head([(e)-[:UNDER|WITHIN]->(superior) | superior.id]),
           head([(e)-[was:WAS_UNDER|WAS_WITHIN]->(superior) WHERE was.valid_to = e.valid_to | superior.id])
         ),
         area_id: coalesce(
           reduce(first = null, id IN [(e)-[:COVERS]->(area) | area.id] | CASE WHEN first < id THEN first ELSE id END),
           reduce(first = null, id IN [(e)-[was:WAS_COVERS]->(area) WHERE was.valid_to = e.valid_to | area.id] |
             CASE WHEN first < id THEN first ELSE id END)
         ),
         .code, .category, .level,
         lead_id: coalesce(
           head([(e)<-[:LEADS]-(lead) | lead.id]),
           head([(e)<-[was:WAS_LEADS]-(lead) WHERE was.valid_to = e.valid_to | lead.id])
         ),
         .line,
         properties: e {.tier, .title, .members, .last_election, .next_election, .admin_posts_before, .admin_posts, .code,
           .category, .level, .line, .new_org, .has_premises, .employees, .is_operating, .applicants,
           .ought_branch, .moved_down_on, .posts, .staff, .position, .applies_to, .produces, .formed_on, .field,
           .role, .facilities, .opened_on, .theme, .held_on, .participants, .mode, .authority, .dispatched_on,
           .basis, .delegated_on, .granted_on, .added_on, .is_lead, .police, .amount, .unit, .rank,
           .is_full_time, .assignment, .posted_on, .modes, .shared, .cooperation},
         related: [(e)-[tie:ANSWERS_TO|BACKED_BY|BORNE_BY|CONTACTS|COVERS|DELEGATED_BY|DELEGATED_TO|DISPATCHED_BY
           |DISPATCHED_TO|EMPLOYED_BY|ENROLLED_IN|GRANTED_TO|GUIDED_BY|HOLDS|JOINS|LOCATED_IN|MOVED_DOWN_TO
           |OFFERS|OPENED_BY|ORGANISED_BY|PAIRED_WITH|PART_OF|POSTED_TO|SERVES|SET_UP_IN|STATIONED_AT
           |TOOK_PLACE_AT|UNDER|WITHIN]->(other:Entity)
         | [type(tie), other.id]]} AS record
