"""One identity for each thing: bodies, people in office, projects, tenders, services, acts cited.

``gathering`` reads off each document, once, the names that its acts print (table
``nomi_stampati``); ``update`` brings the registry tables up to date by what changed. The rows are
a function of what the store holds and of the decisions of a person, never of the order of work.
"""

REGISTRY_VERSION = 4
"""Of the rules of this package; raised, every act is read again."""
