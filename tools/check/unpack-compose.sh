#!/bin/sh
# Unpacks Docker Compose 2 into a folder, from Debian's own packages and without installing anything: Debian 12 has
# version 1 only, so it is taken from a newer Debian. Prints where the program is.
#
#   sh tools/check/unpack-compose.sh FOLDER
set -eu

mkdir -p "$1"
folder=$(cd "$1" && pwd)
program=$folder/usr/libexec/docker/cli-plugins/docker-compose
if [ -x "$program" ]; then echo "$program"; exit; fi

# Lists and packages of this run alone, so that the machine's own stay as they are.
mkdir -p "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial"
: >"$folder/apt/status"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian sid main" \
  >"$folder/apt/sources.list"
apt() {
  apt-get --quiet --quiet \
    -o Dir::Etc::SourceList="$folder/apt/sources.list" -o Dir::Etc::SourceParts=- \
    -o Dir::State::Lists="$folder/apt/lists" -o Dir::State::Status="$folder/apt/status" \
    -o Dir::Cache="$folder/apt/cache" -o APT::Sandbox::User=root "$@" >&2
}
apt update
cd "$folder"
apt download docker-compose
dpkg-deb --extract docker-compose_*.deb .
rm -rf apt docker-compose_*.deb
echo "$program"
