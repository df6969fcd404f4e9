#!/bin/sh
# The body of the event comes on standard input; what is printed is the answer.
set -eu

tr '[:upper:]' '[:lower:]' |
  tr -cs '[:alnum:]' '\n' |
  sed '/^$/d' |
  sort |
  uniq -c |
  sort -k1,1nr -k2 |
  head -n "${TOP:-10}"
