"""The rows of the tables: each class is one table, each field a column with its Arrow type and its meaning."""

from mubiao.rows.documents import DocumentRow, Refusal, TaskRow
from mubiao.rows.observation import Observation
from mubiao.rows.reference import AttainmentRule, BasisKind, CommitmentKind, DocumentKind, IndicatorRow, JurisdictionRow, ScopeWord, UnitRow

__all__ = [
    "TABLES",
    "AttainmentRule",
    "BasisKind",
    "CommitmentKind",
    "DocumentKind",
    "DocumentRow",
    "IndicatorRow",
    "JurisdictionRow",
    "Observation",
    "Refusal",
    "ScopeWord",
    "TaskRow",
    "UnitRow",
]

TABLES = {
    "observations": Observation,
    "tasks": TaskRow,
    "documents": DocumentRow,
    "indicators": IndicatorRow,
    "jurisdictions": JurisdictionRow,
    "refusals": Refusal,
    "units": UnitRow,
    "attainment_rules": AttainmentRule,
    "commitment_kinds": CommitmentKind,
    "document_types": DocumentKind,
    "basis_kinds": BasisKind,
    "scope_words": ScopeWord,
}
