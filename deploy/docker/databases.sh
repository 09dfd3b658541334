#!/bin/bash
# Gives every service that needs one a database and a role that owns that and nothing else. The
# image runs this once, when its volume is new.
set -euo pipefail

provide() {
  psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
    --set=name="$1" --set=password="$2" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
}

provide ingest "$INGEST_PASSWORD"
provide lifecycle "$LIFECYCLE_PASSWORD"
