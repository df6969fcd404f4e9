import { expect, expectAccessible, test } from './fixtures'
import { sourceEditor } from './workbench'

const greet =
  'def handler(context, event):\n    context.logger.info("greeting")\n    return {"hello": "there"}\n'

test.describe('nothing for axe to find, in light and dark', () => {
  test('projects, and their dialogs', async ({ page, platform, unique }) => {
    const project = unique('a11y')
    await platform.createProject(project, 'Looked at closely')
    await platform.control('POST', 'seed', { count: 12, project })
    await page.goto(`/projects?q=${project}`)
    await expect(page.getByRole('link', { name: project })).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('button', { name: 'New project' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Not a name')
    await expectAccessible(page)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: `Actions on ${project}` }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await expectAccessible(page)
    for (const item of ['Edit', 'Delete']) {
      if (!(await page.getByRole('menu').isVisible()))
        await page.getByRole('button', { name: `Actions on ${project}` }).click()
      await page.getByRole('menuitem', { name: item }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
    }
    await page.getByLabel('Filter projects').fill('nothing is called like this')
    await expect(page.getByText('No project matches')).toBeVisible()
    await expectAccessible(page)
  })

  test('functions: full, empty, filtered away, selected', async ({ page, platform, unique }) => {
    const project = unique('a11y')
    await platform.createProject(project)
    await page.goto(`/projects/${project}/functions`)
    await expect(page.getByText('No functions here yet')).toBeVisible()
    await expectAccessible(page)

    await platform.control('POST', 'seed', { count: 40, project })
    await page.reload()
    await expect(page.getByRole('row').nth(2)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('row').nth(2).getByRole('checkbox').check()
    await expectAccessible(page)
    await page
      .getByRole('row')
      .nth(2)
      .getByRole('button', { name: /^Actions on/ })
      .click()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByLabel('Filter functions').fill('nothing is called like this')
    await expect(page.getByRole('link', { name: /^synthetic/ })).toHaveCount(0)
    await expectAccessible(page)
  })

  test('a new function', async ({ page, platform, unique }) => {
    const project = unique('a11y')
    await platform.createProject(project)
    await page.goto(`/projects/${project}/create-function`)
    await page.getByLabel('Name').fill('Not a name')
    await expectAccessible(page)
  })

  test('a function: ready, answered, failed', async ({ page, platform, unique }) => {
    const project = unique('a11y')
    const name = unique('fn')
    await platform.createProject(project)
    await platform.deploy({ name, project, source: greet })
    await page.goto(`/projects/${project}/functions/${name}/code`)
    await expect(sourceEditor(page)).toBeAttached()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(page.getByText(/^200/)).toBeVisible()
    await page.getByRole('tab', { name: /^Headers \d/ }).click()
    await expectAccessible(page)

    const broken = unique('fn')
    await platform.deploy({ name: broken, project, source: 'def handler(context, event)\n    pass\n' })
    await page.goto(`/projects/${project}/functions/${broken}/code`)
    await expect(page.getByText(/SyntaxError/).first()).toBeVisible()
    await page.getByRole('button', { name: 'Show log' }).click()
    await expectAccessible(page)
  })

  test('the shell: jump-to, shortcuts, a missing page', async ({ page }) => {
    await page.goto('/projects')
    await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.goto('/nowhere')
    await expect(page.getByRole('heading', { level: 1, name: /^Nothing/ })).toBeVisible()
    await expectAccessible(page)
  })
})
