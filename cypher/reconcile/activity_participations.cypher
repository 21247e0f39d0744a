// name: reconcile/activity_participations
// mode: read
// params: none
// row: Counted
// Participants of all activities of alliances, each as often as he took part.
MATCH (activity:Activity)-[:ORGANISED_BY]->(:Alliance)
RETURN sum(activity.participants) AS counted
