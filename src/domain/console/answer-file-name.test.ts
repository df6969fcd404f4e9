import { expect, it } from 'vitest'
import { answerFileName } from './answer-file-name'

it.each([
  ['attachment; filename="report.csv"', 'text/csv', 'report.csv'],
  ['inline; filename=a.txt', '', 'a.txt'],
  ['attachment; filename="fallback.txt"; filename*=UTF-8\'\'caf%C3%A9.txt', '', 'café.txt'],
  ['attachment; filename="fallback.txt"; filename*=UTF-8\'\'%E9', '', 'fallback.txt'],
  ['attachment; filename="../../etc/passwd"', '', 'passwd'],
  ['attachment; filename="..\\\\..\\\\x.exe"', '', 'x.exe'],
  ['attachment; filename="a\u202egnp.exe"', '', 'agnp.exe'],
  ['attachment; filename="a:b?.txt"', '', 'a_b_.txt'],
  ['attachment; filename=".."', 'image/png', 'resize.png'],
  ['attachment', 'image/jpeg', 'resize.jpg'],
  ['', 'application/problem+json', 'resize.json'],
  ['', 'application/atom+xml', 'resize.xml'],
  ['', 'text/plain', 'resize.txt'],
  ['', 'application/pdf', 'resize.pdf'],
  ['', 'application/vnd.ms-excel', 'resize.bin'],
  ['', 'constructor', 'resize.bin'],
  ['', '', 'resize.bin'],
])('names the body of %j and %j', (disposition, type, name) => {
  expect(answerFileName('resize', disposition, type)).toBe(name)
})
