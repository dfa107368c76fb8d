"""The tables of a Discourse Network Analyzer 3 database, and a coder who may open it.

Names, types and order of the columns are those that DNA 3.0 itself creates in SQLite files (read in
its `sql/Sql.java`); DNA selects by these names.
"""

import base64
import hashlib
from collections.abc import Mapping

VERSION = "3.0.11"
PASSWORD = "ahcextract"
"""Password of the coder "Admin": a DNA file does not open without one. It guards nothing."""

_PERMISSIONS = (
    "AddDocuments",
    "EditDocuments",
    "DeleteDocuments",
    "ImportDocuments",
    "AddStatements",
    "EditStatements",
    "DeleteStatements",
    "EditAttributes",
    "EditRegex",
    "EditStatementTypes",
    "EditCoders",
    "EditCoderRelations",
    "ViewOthersDocuments",
    "EditOthersDocuments",
    "ViewOthersStatements",
    "EditOthersStatements",
)
_COLOUR = "Red INTEGER NOT NULL DEFAULT 0, Green INTEGER NOT NULL DEFAULT 0, "
_COLOUR += "Blue INTEGER NOT NULL DEFAULT 0"
_KEY = "ID INTEGER NOT NULL PRIMARY KEY"
_SHORT = "TEXT NOT NULL DEFAULT '' CHECK (LENGTH({0}) < 191)"


def _refers(column: str, table: str) -> str:
    return f"FOREIGN KEY({column}) REFERENCES {table}(ID) ON DELETE CASCADE"


def _short(name: str) -> str:
    return f"{name} {_SHORT.format(name)}"


def _data(value: str, *more: str) -> str:
    keys = (_refers("StatementId", "STATEMENTS"), _refers("VariableId", "VARIABLES"), *more)
    return (
        f"{_KEY}, StatementId INTEGER NOT NULL, VariableId INTEGER NOT NULL, {value}, "
        f"{', '.join(keys)}, UNIQUE (StatementId, VariableId)"
    )


TABLES: Mapping[str, str] = {
    "SETTINGS": "Property TEXT PRIMARY KEY, Value TEXT NOT NULL",
    "CODERS": f"{_KEY}, {_short('Name')}, {_COLOUR}, Refresh INTEGER NOT NULL DEFAULT 0, "
    "FontSize INTEGER NOT NULL DEFAULT 14, Password TEXT NOT NULL, "
    "PopupWidth INTEGER NOT NULL DEFAULT 300, ColorByCoder INTEGER NOT NULL DEFAULT 0, "
    "PopupDecoration INTEGER NOT NULL DEFAULT 0, PopupAutoComplete INTEGER NOT NULL DEFAULT 1, "
    + ", ".join(f"Permission{name} INTEGER NOT NULL DEFAULT 1" for name in _PERMISSIONS),
    "DOCUMENTS": f"{_KEY}, {_short('Title')}, Text TEXT NOT NULL, Coder INTEGER, "
    f"{_short('Author')}, {_short('Source')}, {_short('Section')}, "
    f"Notes TEXT NOT NULL DEFAULT '', {_short('Type')}, Date INTEGER NOT NULL, "
    + _refers("Coder", "CODERS"),
    "STATEMENTTYPES": f"{_KEY}, {_short('Label')}, {_COLOUR}",
    "VARIABLES": f"{_KEY}, {_short('Variable')}, DataType TEXT NOT NULL DEFAULT 'short text' "
    "CHECK (DataType IN ('boolean', 'integer', 'long text', 'short text')), "
    f"StatementTypeId INTEGER, {_refers('StatementTypeId', 'STATEMENTTYPES')}, "
    "UNIQUE (Variable, StatementTypeId)",
    "VARIABLELINKS": f"{_KEY}, SourceVariableId INTEGER, TargetVariableId INTEGER, "
    f"CHECK (TargetVariableId != SourceVariableId), {_refers('SourceVariableId', 'VARIABLES')}, "
    + _refers("TargetVariableId", "VARIABLES"),
    "REGEXES": f"Label TEXT PRIMARY KEY, {_COLOUR}",
    "CODERRELATIONS": f"{_KEY}, Coder INTEGER CHECK (Coder > 0), OtherCoder INTEGER, "
    + "".join(
        f"{name} INTEGER NOT NULL DEFAULT 1, "
        for name in ("viewStatements", "editStatements", "viewDocuments", "editDocuments")
    )
    + f"CHECK (Coder != OtherCoder), {_refers('Coder', 'CODERS')}, "
    + _refers("OtherCoder", "CODERS"),
    "STATEMENTS": f"{_KEY}, StatementTypeId INTEGER, DocumentId INTEGER, "
    "Start INTEGER NOT NULL CHECK (Start >= 0), Stop INTEGER NOT NULL, Coder INTEGER, "
    f"CHECK (Start < Stop), {_refers('StatementTypeId', 'STATEMENTTYPES')}, "
    f"{_refers('Coder', 'CODERS')}, {_refers('DocumentId', 'DOCUMENTS')}",
    "DATABOOLEAN": _data("Value INTEGER NOT NULL DEFAULT 1"),
    "DATAINTEGER": _data("Value INTEGER NOT NULL DEFAULT 0"),
    "ENTITIES": f"{_KEY}, VariableId INTEGER NOT NULL, {_short('Value')}, Red INTEGER, "
    "Green INTEGER, Blue INTEGER, ChildOf INTEGER CHECK (ChildOf > 0), "
    f"UNIQUE (VariableId, Value), {_refers('ChildOf', 'ENTITIES')}, "
    + _refers("VariableId", "VARIABLES"),
    "DATASHORTTEXT": _data("Entity INTEGER NOT NULL", _refers("Entity", "ENTITIES")),
    "DATALONGTEXT": _data("Value TEXT DEFAULT ''"),
    "ATTRIBUTEVARIABLES": f"{_KEY}, VariableId INTEGER NOT NULL, {_short('AttributeVariable')}, "
    f"UNIQUE (VariableId, AttributeVariable), {_refers('VariableId', 'VARIABLES')}",
    "ATTRIBUTEVALUES": f"{_KEY}, EntityId INTEGER NOT NULL, "
    f"AttributeVariableId INTEGER NOT NULL, {_short('AttributeValue')}, "
    f"UNIQUE (EntityId, AttributeVariableId), {_refers('EntityId', 'ENTITIES')}, "
    + _refers("AttributeVariableId", "ATTRIBUTEVARIABLES"),
}
"""Table to its columns and constraints, in the order in which they can be created."""


def password_digest(password: str, salt: bytes = b"ahcextract-salt!") -> str:
    """A password as DNA stores it: Jasypt's StrongPasswordEncryptor.

    SHA-256 over salt and password, 100,000 times; the salt before it; base64.

    Args:
        password: plain ASCII.
        salt: 16 bytes; fixed, so that the same records give the same file.
    """
    digest = salt + password.encode("utf-8")
    for _ in range(100_000):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode("ascii")
