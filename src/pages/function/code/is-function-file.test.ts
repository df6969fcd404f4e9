import { expect, it } from 'vitest'
import { isFunctionFile } from './is-function-file'

it.each([
  ['function.yaml', 'metadata: {name: a}\nspec: {}\n', true],
  ['function.yml', 'spec: [', true],
  ['function.json', '{"metadata": {"name": "a"}, "spec": {"runtime": "nodejs"}}', true],
  ['exported', 'apiVersion: nuclio.io/v1\nkind: NuclioFunction\nmetadata: {name: a}\nspec: {}\n', true],
  ['settings.json', '{"metadata": {}, "specs": 1}', false],
  ['main.py', '# function.yaml:\n#   metadata:\n#   spec:\ndef handler(context, event):\n    pass\n', false],
  ['main.js', 'exports.handler = ({ metadata, spec }) => metadata\n', false],
  ['main.go', 'package main\n', false],
])('%s with %j: %s', async (name, text, expected) => {
  expect(await isFunctionFile(name, text)).toBe(expected)
})
