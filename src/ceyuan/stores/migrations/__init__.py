"""The steps that bring an older database to the present form, run by Alembic."""
