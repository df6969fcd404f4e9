import { deployButton } from './deploys'
import { expect, test } from './fixtures'
import { deployRich, openWhole, richTabs } from './rich-function'
import { addTabOrder, unseenControls, walk } from './tab-order'
import { expectDeployed, expectState, openTab, replaceSource } from './workbench'

test('Tab comes to every control of every tab in its order, both ways, and into the editors and out of them', async ({
  page,
  platform,
  unique,
}) => {
  await addTabOrder(page)
  const { at, name } = await deployRich(platform, unique)
  await page.goto(`${at}/code`)
  await replaceSource(page, 'exports.handler = (context) => context.callback("a")')
  await deployButton(page).click()
  await expectDeployed(page)
  await replaceSource(page, 'exports.handler = (context) => context.callback("b")')
  await openTab(page, 'Configuration')
  await page.getByRole('textbox', { name: 'Value of STAGE', exact: true }).fill('two')

  for (const tab of richTabs)
    await test.step(tab.label, async () => {
      await openWhole(page, tab)
      for (const key of ['Tab', 'Shift+Tab'] as const) {
        const { expected, reached, editors } = await walk(page, key)
        expect.soft(reached, `${tab.label} by ${key}`).toEqual(expected)
        expect.soft(editors, `editors of ${tab.label} by ${key}`).toHaveLength(tab.editors.length)
      }
      for (const width of [360, 1366, 1920]) {
        await page.setViewportSize({ width, height: 768 })
        const sideways = () => page.evaluate(() => document.documentElement.scrollWidth)
        await expect.poll(sideways, { message: `${tab.label} at ${width} px` }).toBeLessThanOrEqual(width)
        expect.soft(await unseenControls(page), `${tab.label} at ${width} px`).toEqual([])
      }
      await page.setViewportSize({ width: 1366, height: 768 })
    })
  // Where Tab indents it left no trace.
  await expect(page.getByRole('link', { name: 'Review 2 changes' })).toBeVisible()

  await test.step('conflict', async () => {
    const { metadata, spec } = await platform.getFunction(name)
    const env = spec.env?.map((one) => (one.name === 'STAGE' ? { ...one, value: 'three' } : one))
    await platform.send('PUT', `/api/functions/${name}`, { metadata, spec: { ...spec, env } })
    await page.getByRole('link', { name: 'Decide' }).click({ timeout: 45_000 })
    await page.getByRole('radio', { name: 'Something else' }).check()
    await expectState(page, 'ready')
    for (const key of ['Tab', 'Shift+Tab'] as const) {
      const { expected, reached } = await walk(page, key)
      expect.soft(reached, `conflict by ${key}`).toEqual(expected)
    }
    expect.soft(await unseenControls(page), 'conflict').toEqual([])
  })
})
