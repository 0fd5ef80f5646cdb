"""Ways to break exactly one thing of an annotated article, each with the code and the place that are to be found.

A mutation lists where in an article it can be made, and makes it there. It returns the JSON Pointer that is to be told,
or several of which one is, where a fault lies between things and either may be named. Each module of this package holds
those of one sort; a new module has to be named here.
"""

from mutations import layers, metadata, schema, spans, things
from mutations.places import MUTATIONS, Mutation, at

__all__ = ["MUTATIONS", "Mutation", "at", "layers", "metadata", "schema", "spans", "things"]
