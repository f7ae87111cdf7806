"""A site's directory is found without looking at its people's journals. Frozen: later changes are later
files."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Every pull looks for the directory: it took as long as the site had journals."""
    op.create_index("ix_journals_site_role", "journals", ["site", "role"])
    op.drop_index("ix_journals_site", "journals")
