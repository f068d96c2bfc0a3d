"""What is generated: schemas, descriptor, metadata, pages, the module of tables."""
