"""What a person judged on the audit page, as exceptions, rules and gold cases."""

from newsclean.review.apply import Applied, apply
from newsclean.review.rule_file import write_rules
from newsclean.review.verdicts import Verdict, read_verdict

__all__ = ["Applied", "Verdict", "apply", "read_verdict", "write_rules"]
