#!/bin/sh
# Gives the roles of roles.sql their passwords, from the environment. Run once by the image of PostgreSQL.
set -eu
for role in migrate donations disbursement site; do
    variable=$(echo "${role}_PASSWORD" | tr a-z A-Z)
    eval "password=\$$variable"
    psql -v ON_ERROR_STOP=1 -v password="$password" --username postgres --dbname yici <<SQL
alter role yici_$role password :'password';
SQL
done
