"""Small documents for tests that need one at hand."""

ARTICLE = b"""{
"schema_version": "1.0",
"id": "rain",
"language": "en",
"metadata": {},
"blocks": [
  {"id": "b1", "role": "headline", "text": "Rain in Lisbon"},
  {"id": "b2", "role": "paragraph", "text": "It rained."}],
"layers": {
  "entity": {"annotations": [
    {"id": "m1", "type": "place", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}]}}
}
"""

SEED = b"Rain in Lisbon\n\nIt rained all day.\n\nSource: Example"
