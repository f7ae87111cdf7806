"""Alembic's way in: the caller's connection and transaction, never one of its own."""

from alembic import context

from mia_companion.server.columns import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
