import { deployButton } from './deploys'
import { expect, test } from './fixtures'
import { expectDeployed, expectState, replaceSource, response, sendAndExpect } from './workbench'

/** One language runs on every origin and in both dialects: what those change is not about languages. */
const languages = [
  {
    tag: '@headline',
    runtime: /^Python 3\.11/,
    source: [
      'def handler(context, event):',
      '    context.logger.info_with("greeting", who=event.body["who"])',
      '    return context.Response(body={"hello": event.body["who"]}, status_code=201, content_type="application/json")',
    ],
  },
  {
    runtime: /^Node/,
    source: [
      'exports.handler = (context, event) => {',
      '  const { who } = JSON.parse(event.body.toString())',
      '  context.logger.infoWith("greeting", { who })',
      '  context.callback(new context.Response({ hello: who }, {}, "application/json", 201))',
      '}',
    ],
  },
  {
    runtime: /^Shell/,
    source: ['echo "called with $NUCLIO_EVENT_METHOD" >&2', 'sed "s/who/hello/"'],
  },
]

for (const { runtime, source, tag = [] } of languages) {
  const language = runtime.source.replaceAll(/[^A-Za-z]/g, '')
  test(`from nothing to an answer in ${language}`, { tag }, async ({ page, unique }) => {
    const project = unique('shop')
    await page.goto('/')
    await expect(page).toHaveURL(/\/projects$/)

    await page.getByRole('button', { name: 'New project' }).click()
    const dialog = page.getByRole('dialog', { name: 'New project' })
    await dialog.getByLabel('Name').fill(project)
    await dialog.getByLabel('Description').fill('Where things are sold')
    await dialog.getByRole('button', { name: 'Create project' }).click()
    await expect(page).toHaveURL(new RegExp(`/projects/${project}/functions$`))

    await page.getByRole('link', { name: 'New function' }).first().click()
    const name = unique('hello')
    await page.getByLabel('Name').fill(name)
    await page.getByRole('radio', { name: runtime }).check()
    await page.getByRole('button', { name: 'Create and deploy' }).click()
    await expect(page).toHaveURL(new RegExp(`/projects/${project}/functions/${name}/code$`))
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expectState(page, 'ready')

    await replaceSource(page, source.join('\n'))
    const edited = page.getByText(/^Edited \d\d:\d\d/)
    await expect(edited).toBeVisible()
    await deployButton(page).click()
    // The deploy before this one ended well, too: this one has taken the edits with it.
    await expect(edited).toBeHidden({ timeout: 60_000 })
    await expectDeployed(page)
    await expectState(page, 'ready')

    await page.getByLabel('Method').selectOption('POST')
    await page.getByRole('textbox', { name: 'Body' }).fill('{"who": "world"}')
    await sendAndExpect(page, language === 'Shell' ? /^200/ : /^201/)
    await expect(response(page)).toContainText(/hello\W+world/)

    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: project }).click()
    await expect(
      page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) }),
    ).toContainText('ready')
  })
}
