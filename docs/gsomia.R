# The tables of gsomia-data in R, with the types that their schemas declare. Needs the package jsonlite.
#
#   gsomia <- system2("gsomia-data", "path", stdout = TRUE) # or the path of a datapackage.json
#   source("gsomia.R")
#   read_gsomia("polls")                                    # a table
#   read_gsomia_all()                                       # all tables, in a list
#   gsomia_evidence("polls", "gallup-korea-2016-11-oppose", "percent") # the words behind a cell
#
# docs/r.md explains it. Licence: MIT.

gsomia_resources <- function(package = gsomia) {
  resources <- jsonlite::read_json(package)$resources
  names(resources) <- vapply(resources, function(resource) resource$name, "")
  resources
}

# Every cell as text, and the schema.
gsomia_text <- function(table, package = gsomia) {
  resources <- gsomia_resources(package)
  if (!table %in% names(resources)) {
    stop("there is no table ", table, "; there are ", toString(names(resources)))
  }
  resource <- resources[[table]]
  rows <- read.csv(
    file.path(dirname(package), resource$path),
    colClasses = "character", na.strings = "", encoding = "UTF-8",
    check.names = FALSE, fill = FALSE
  )
  list(rows = rows, schema = jsonlite::read_json(file.path(dirname(package), resource$schema)))
}

gsomia_typed <- function(cells, field) {
  if (!is.null(field$categories)) {
    return(factor(cells, unlist(field$categories), ordered = isTRUE(field$categoriesOrdered)))
  }
  switch(field$type,
    string = cells,
    integer = as.integer(replace(cells, grepl("[^-0-9]", cells), NA)), # 33.5 is not an integer
    number = as.numeric(cells),
    boolean = unname(c(true = TRUE, false = FALSE)[cells]),
    date = as.Date(cells, "%Y-%m-%d"),
    stop("no rule for the type ", field$type)
  )
}

read_gsomia <- function(table, package = gsomia) {
  text <- gsomia_text(table, package)
  rows <- text$rows
  for (field in text$schema$fields) {
    cells <- rows[[field$name]]
    rows[[field$name]] <- suppressWarnings(gsomia_typed(cells, field))
    if (anyNA(rows[[field$name]][!is.na(cells)])) {
      stop(table, ".", field$name, ": a cell is not of type ", field$type)
    }
  }
  rows
}

read_gsomia_all <- function(package = gsomia) {
  sapply(names(gsomia_resources(package)), read_gsomia, package = package, simplify = FALSE)
}

# One row per row of evidence: the cell, its words, their quotation and document.
gsomia_evidence <- function(table, key = NULL, column = NULL, package = gsomia) {
  text <- gsomia_text(table, package)
  keys <- text$rows[[text$schema$primaryKey[[1]]]]
  if (!is.null(key) && !key %in% keys) {
    stop("there is no row ", key, " of ", table)
  }
  if (!is.null(column) && !column %in% names(text$rows)) {
    stop("there is no column ", column, " of ", table, "; there are ", toString(names(text$rows)))
  }
  rows <- read_gsomia("evidence", package)
  rows <- rows[rows$table_name == table, ]
  if (!is.null(key)) rows <- rows[rows$row_key == key, ]
  if (!is.null(column)) rows <- rows[rows$column_name == column, ]
  quotes <- read_gsomia("quotes", package)
  quotes <- quotes[match(rows$quote_id, quotes$quote_id), ]
  sources <- read_gsomia("sources", package)
  sources <- sources[match(quotes$source_id, sources$source_id), ]
  places <- cbind(match(rows$row_key, keys), match(rows$column_name, names(text$rows)))
  data.frame(
    rows[c("table_name", "row_key", "column_name")],
    value = as.matrix(text$rows)[places],
    rows[c("relation", "says", "words", "nth")],
    quote = quotes$exact,
    rows["rule"],
    sources[c("source_id", "title", "publisher", "published", "published_from", "url")],
    rows[c("quote_id", "note")],
    row.names = NULL
  )
}
