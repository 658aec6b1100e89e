"""Many records: readers, writers and the runner, on one machine."""

from newsclean.corpus.fields import Fields, preset
from newsclean.corpus.run import Plan, can_resume, clean_corpus
from newsclean.corpus.summary import Summary
from newsclean.corpus.work import Job, Reject

__all__ = ["Fields", "Job", "Plan", "Reject", "Summary", "can_resume", "clean_corpus", "preset"]
