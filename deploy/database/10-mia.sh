#!/bin/sh
# Run once by the database's image, when its volume is empty: an account for the program alone, which owns
# its database and is no superuser. `admin restore` makes a schema in it, which its owner may.
set -eu

password=$(cat "${MIA_PASSWORD_FILE:-/run/secrets/mia-password}")
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --set password="$password" --username postgres --dbname postgres <<'SQL'
CREATE ROLE mia LOGIN PASSWORD :'password' NOSUPERUSER NOCREATEDB NOCREATEROLE CONNECTION LIMIT 90;
CREATE DATABASE mia OWNER mia;
REVOKE ALL ON DATABASE mia FROM PUBLIC;
SQL
