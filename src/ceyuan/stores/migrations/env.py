"""How Alembic runs our steps: on the connection it is given, all of them in one transaction."""

from alembic import context

from ceyuan.stores.schema import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables,
    transactional_ddl=True,
)
context.run_migrations()
