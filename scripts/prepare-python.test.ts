import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { preparePython } from './prepare-python.mjs'

let root: string
let said: string[]
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prepare-python-'))
  said = []
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A python3 that notes what it is asked for, with or without a working `venv` and a reachable package index. */
function fakePython({ venv, pip }: { venv: boolean; pip: boolean }) {
  const file = join(root, 'python3')
  writeFileSync(
    file,
    `#!/bin/sh
echo "$*" >>'${join(root, 'asked')}'
for last; do :; done
case "$*" in
  -c*) echo '${file}' ;;
  *venv*) ${venv ? `mkdir -p "$last/bin" && cp '${file}' "$last/bin/python"` : 'echo no ensurepip; exit 1'} ;;
  *--target*) ${pip ? 'mkdir -p "$last"' : 'echo no index; exit 1'} ;;
  *pip*) ${pip ? ':' : 'echo no index; exit 1'} ;;
esac
`,
  )
  chmodSync(file, 0o755)
  return file
}

const directory = () => join(root, 'environment')
const prepare = (python: string) =>
  preparePython({ directory: directory(), python, say: (sentence: string) => said.push(sentence) })
const asked = () => readFileSync(join(root, 'asked'), 'utf8').trim().split('\n')

describe('preparing Python', () => {
  it('makes an environment once', async () => {
    const python = fakePython({ venv: true, pip: true })
    expect(await prepare(python)).toBe(directory())
    expect(asked().at(-1)).toMatch(/^-m pip install .* nuclio-sdk==\d+\.\d+\.\d+$/)
    const before = asked().length
    said = []
    expect(await prepare(python)).toBe(directory())
    expect(asked()).toHaveLength(before)
    expect(said).toEqual([])
    expect(readdirSync(root)).not.toContainEqual(expect.stringMatching(/^environment\./))
  })

  it('makes it again when its interpreter has gone', async () => {
    const python = fakePython({ venv: true, pip: true })
    await prepare(python)
    rmSync(join(directory(), 'bin', 'python'))
    expect(await prepare(python)).toBe(directory())
    expect(existsSync(join(directory(), 'bin', 'python'))).toBe(true)
  })

  it('unpacks the package where Python cannot make environments', async () => {
    const python = fakePython({ venv: false, pip: true })
    expect(await prepare(python)).toBe(directory())
    expect(existsSync(join(directory(), 'packages'))).toBe(true)
    expect(await prepare(python)).toBe(directory())
  })

  it('says plainly that there is no python3', async () => {
    expect(await prepare(join(root, 'nothing'))).toBeUndefined()
    expect(said).toEqual(['Python functions will not run: python3 was not found on this machine.'])
  })

  it('says why the package could not be installed, and leaves nothing half done', async () => {
    expect(await prepare(fakePython({ venv: true, pip: false }))).toBeUndefined()
    expect(said.at(-1)).toMatch(
      /without the nuclio-sdk package, because it could not be installed: no index$/,
    )
    expect(readdirSync(root).sort()).toEqual(['asked', 'python3'])
  })
})
