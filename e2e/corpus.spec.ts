import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { parse } from 'yaml'

import { node } from './deploys'
import { expect, test } from './fixtures'
import { yamlLines } from './yaml-tab'

type Tree = Record<string, unknown>

const folder = fileURLToPath(new URL('../src/domain/corpus/', import.meta.url))
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))

/** What a file says, read without the page's own code: without what is empty, and what a server writes by itself. */
function saidBy(text: string): { metadata: Tree; spec: Tree } {
  const { metadata, spec } = parse(text, { merge: true }) as { metadata: Tree; spec: Tree & { build?: Tree } }
  for (const key of ['namespace', 'resourceVersion', 'creationTimestamp']) delete metadata[key]
  delete spec['imageHash']
  delete spec.build?.['timestamp']
  const said = JSON.stringify({ metadata, spec }, (_key, value: unknown) =>
    value === null ? undefined : value,
  )
  return JSON.parse(said) as { metadata: Tree; spec: Tree }
}

test('function.yaml files of the corpus open, are found in order, and are exported as they were', async ({
  page,
  platform,
  unique,
}) => {
  expect(files.length).toBeGreaterThanOrEqual(40)
  const project = unique('corpus')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node })
  await page.goto(`/projects/${project}/functions/${name}/yaml`)
  await expect(yamlLines(page)).toContainText('kind: NuclioFunction')
  const tab = page.getByRole('region', { name: 'YAML', exact: true })
  const problems = page.getByRole('region', { name: 'Problems', exact: true })
  const dialog = page.getByRole('dialog')

  for (const file of files)
    await test.step(file, async () => {
      const text = readFileSync(folder + file, 'utf8')
      const given = saidBy(text)
      await page
        .getByLabel('A function.yaml to open')
        .setInputFiles({ name: file, mimeType: 'application/yaml', buffer: Buffer.from(text) })
      await expect(dialog).toContainText(`The function ${String(given.metadata['name'])}`)
      await dialog.getByRole('button', { name: 'Put it into the draft' }).click()
      await expect(dialog).toHaveCount(0)

      const download = page.waitForEvent('download')
      await tab.getByRole('button', { name: 'Download' }).click()
      const exported = saidBy(await readFile(await (await download).path(), 'utf8'))
      // It is opened as this function, in its project.
      const labels = { ...(given.metadata['labels'] as Tree), 'nuclio.io/project-name': project }
      expect(exported).toEqual({ ...given, metadata: { ...given.metadata, name, labels } })

      await expect(page.getByRole('button', { name: /^\d+ problems?$/ })).toHaveCount(0)
      await expect(problems.getByText(/cannot be read/)).toHaveCount(0)
      // What it says of another namespace or of no part of a function is true.
      const remarks = (await problems.locator('li span').allInnerTexts()).filter(
        (words) => !/cannot move to another namespace|is no part of a function/.test(words),
      )
      expect(remarks).toEqual([])
    })
})
