import { expect, test } from './fixtures'

const source = 'def handler(context, event):\n    return "hello"\n'

test('secrets in the YAML are covered until asked for', async ({ page, platform, unique }) => {
  const project = unique('covered')
  const name = unique('fn')
  await platform.createProject(project)
  const env = [
    { name: 'GREETING', value: 'good morning' },
    { name: 'API_TOKEN', value: 'not for all eyes' },
  ]
  await platform.deploy({ name, project, source, spec: { env } })
  await page.goto(`/projects/${project}/functions/${name}/yaml`)
  const drawn = (text: string) =>
    page
      .locator('.view-line span')
      .filter({ hasText: text, hasNot: page.locator('span') })
      .first()
  await expect(drawn('not for all eyes')).toHaveCSS('-webkit-text-security', 'disc')
  await expect(drawn('good morning')).toHaveCSS('-webkit-text-security', 'none')
  await page.getByRole('button', { name: 'Show secrets' }).click()
  await expect(drawn('not for all eyes')).toHaveCSS('-webkit-text-security', 'none')
  await page.getByRole('button', { name: 'Hide secrets' }).click()
  await expect(drawn('not for all eyes')).toHaveCSS('-webkit-text-security', 'disc')
})
