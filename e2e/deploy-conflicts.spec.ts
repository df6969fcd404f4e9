import { address, changeBehind, deployButton, Gate, node, saying, sourceOnServer } from './deploys'
import { expect, test } from './fixtures'
import { answer, chooseAct, expectDeployed, expectSource, replaceSource, sendAndExpect } from './workbench'

test('two people change one function: what each typed stays until they choose', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 409/)
  const project = unique('two')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node })
  await page.goto(address(project, name))
  await replaceSource(page, saying('mine'))
  await changeBehind(platform, name, saying('theirs'))

  await deployButton(page).click()
  await expect(page.getByText(/^Not deployed: someone else changed the source/)).toBeVisible()
  await expectSource(page, saying('mine'))
  await page.getByRole('button', { name: 'Look at theirs' }).click()
  await expect(page.getByRole('region', { name: 'What they changed' })).toContainText(saying('theirs'))
  await expectSource(page, saying('mine'))
  expect(await sourceOnServer(platform, name)).toBe(saying('theirs'))

  // A reload forgets neither the edits nor what they were made on.
  await page.reload()
  await expect(page.getByText(/^Someone else changed the source/)).toBeVisible()
  await expectSource(page, saying('mine'))
  await page.getByRole('button', { name: 'Deploy mine anyway' }).click()
  await expectDeployed(page)
  expect(await sourceOnServer(platform, name)).toBe(saying('mine'))
  await sendAndExpect(page, /^200/)
  await expect(answer(page)).toContainText('mine')

  await replaceSource(page, saying('mine again'))
  await changeBehind(platform, name, saying('theirs again'))
  await deployButton(page).click()
  await page.getByRole('button', { name: 'Load theirs' }).click()
  await expectSource(page, saying('theirs again'))
  await expect(page.getByText(/someone else changed/i)).toHaveCount(0)
})

test('a deploy that meets another one is refused, explained, and made when that is over', async ({
  page,
  platform,
  unique,
  expectedErrors,
}, testInfo) => {
  expectedErrors.push(/status of (409|412)/)
  const project = unique('busy')
  const name = unique('fn')
  const gate = new Gate(testInfo.outputPath('gate'))
  await gate.open()
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node, spec: { build: { commands: [gate.command] } } })
  await page.goto(address(project, name))
  await replaceSource(page, saying('later'))
  // Read afresh: for the next seconds the page knows of no other deploy.
  await page.reload()
  await expectSource(page, saying('later'))
  await gate.close()
  await changeBehind(platform, name, undefined, false)

  await deployButton(page).click()
  await expect(page.getByText(/^Not deployed: the server is at work on this function/)).toBeVisible()
  await expectSource(page, saying('later'))
  await page.getByRole('button', { name: 'Deploy when it is over' }).click()
  await expect(page.getByText(/^Yours is deployed when the deploy in progress is over/)).toBeVisible()
  expect(await sourceOnServer(platform, name)).toBe(node.source)

  await gate.open()
  await expect.poll(() => sourceOnServer(platform, name)).toBe(saying('later'))
  await expectDeployed(page)
  await sendAndExpect(page, /^200/)
  await expect(answer(page)).toContainText('later')
})

test('a function that was deleted meanwhile is created again from the page', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 404/)
  const project = unique('gone')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node })
  await page.goto(address(project, name))
  await replaceSource(page, saying('still here'))
  await platform.send('DELETE', '/api/functions', { metadata: { name, namespace: 'nuclio' } })

  await deployButton(page).click()
  await expect(page.getByText(new RegExp(`^${name} was deleted on the server`))).toBeVisible()
  await expectSource(page, saying('still here'))
  await page.getByRole('button', { name: `Create ${name} again` }).click()
  await expectDeployed(page)
  expect(await sourceOnServer(platform, name)).toBe(saying('still here'))
  await sendAndExpect(page, /^200/)
})

test('a deploy that does not end is ended by force, and the function created again', async ({
  page,
  platform,
  unique,
  expectedErrors,
}, testInfo) => {
  expectedErrors.push(/status of 404/)
  const project = unique('forced')
  const name = unique('fn')
  const gate = new Gate(testInfo.outputPath('gate'))
  await gate.open()
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node, spec: { build: { commands: [gate.command] } } })
  await gate.close()
  await changeBehind(platform, name, undefined, false)
  await page.goto(address(project, name))
  await replaceSource(page, saying('after force'))

  await chooseAct(page, name, 'Force deletion')
  const dialog = page.getByRole('dialog', { name: `Force the deletion of ${name}` })
  await expect(dialog).toContainText('your edits stay on this page')
  await dialog.getByRole('button', { name: `Delete ${name} now` }).click()
  await expect(page.getByText(new RegExp(`^${name} was deleted on the server`))).toBeVisible()
  await gate.open()
  await page.getByRole('button', { name: `Create ${name} again` }).click()
  await expectDeployed(page)
  expect(await sourceOnServer(platform, name)).toBe(saying('after force'))
})
