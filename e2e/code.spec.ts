import type { Page } from '@playwright/test'
import { valueAt } from '@/lib/tree'
import { codeSettings } from '@/pages/function/code/settings'
import type { Setting } from '@/pages/function/settings'
import { entryField as entry, field, prepare, putBody, runtimeField } from './code-tab'
import { expect, expectAccessible, test } from './fixtures'
import { expectSource, expectState, replaceSource } from './workbench'

/** Every kind of code with every field of it: what is filled in, and what of the spec goes out. */
const kinds: {
  type: string
  runtime?: string
  fill: (page: Page) => Promise<void>
  build: Record<string, unknown>
  image?: string
}[] = [
  {
    type: 'git',
    async fill(page) {
      await field(page, 'URL of the repository').fill('https://git.example/shop/functions.git')
      await field(page, 'Branch').fill('v1.4.0')
      await page.getByLabel('Take the commit by').selectOption('tag')
      await expect(field(page, 'Tag')).toHaveValue('v1.4.0')
      await field(page, 'User name').fill('ada')
      await page.getByLabel('Password or token', { exact: true }).fill('s3cret')
      await field(page, 'Work directory').fill('functions/resize')
    },
    build: {
      path: 'https://git.example/shop/functions.git',
      codeEntryAttributes: {
        tag: 'v1.4.0',
        username: 'ada',
        password: 's3cret',
        workDir: 'functions/resize',
      },
    },
  },
  {
    type: 'github',
    async fill(page) {
      await field(page, 'URL of the repository').fill('https://github.com/shop/functions')
      await field(page, 'Branch').fill('main')
      await page.getByLabel('Token', { exact: true }).fill('ghp_1')
      await field(page, 'Work directory').fill('resize')
    },
    build: {
      path: 'https://github.com/shop/functions',
      codeEntryAttributes: { branch: 'main', headers: { Authorization: 'token ghp_1' }, workDir: 'resize' },
    },
  },
  {
    type: 'archive',
    async fill(page) {
      await field(page, 'URL of the archive').fill('https://files.example/a.zip')
      await page.getByRole('button', { name: 'Add header' }).first().click()
      await page.getByLabel('Name of header 1').fill('X-V3io-Session-Key')
      await page.getByLabel('Value of X-V3io-Session-Key', { exact: true }).fill('key')
      await expect(page.getByLabel('Value of X-V3io-Session-Key', { exact: true })).toHaveAttribute(
        'type',
        'password',
      )
      await field(page, 'Work directory').fill('/src')
    },
    build: {
      path: 'https://files.example/a.zip',
      codeEntryAttributes: { headers: { 'X-V3io-Session-Key': 'key' }, workDir: '/src' },
    },
  },
  {
    type: 's3',
    async fill(page) {
      await field(page, 'Bucket').fill('functions')
      await field(page, 'Item key').fill('resize.zip')
      await field(page, 'Region').fill('eu-central-1')
      await field(page, 'Access key ID').fill('AKIA')
      await page.getByLabel('Secret access key', { exact: true }).fill('secret')
      await page.getByLabel('Session token', { exact: true }).fill('session')
      await field(page, 'Work directory').fill('src')
    },
    build: {
      codeEntryAttributes: {
        s3Bucket: 'functions',
        s3ItemKey: 'resize.zip',
        s3Region: 'eu-central-1',
        s3AccessKeyId: 'AKIA',
        s3SecretAccessKey: 'secret',
        s3SessionToken: 'session',
        workDir: 'src',
      },
    },
  },
  {
    type: 'jar',
    runtime: 'java',
    fill: (page) => field(page, 'URL of the jar').fill('https://files.example/handler.jar'),
    build: { path: 'https://files.example/handler.jar' },
  },
  {
    type: 'image',
    fill: (page) => field(page, 'Image').fill('registry.example/shop/resize:1.4'),
    build: {},
    image: 'registry.example/shop/resize:1.4',
  },
]

for (const kind of kinds) {
  test(`code from ${kind.type}: every field goes out, and nothing of the inline source`, async ({
    page,
    platform,
    unique,
  }) => {
    await prepare(page, platform, unique('entry'))
    if (kind.runtime) await runtimeField(page).selectOption(kind.runtime)
    await entry(page).selectOption(kind.type)
    await expect(page.getByText('This platform runs inline source only')).toBeVisible()
    await kind.fill(page)
    await expectAccessible(page)
    const { spec } = await putBody(page)
    const { codeEntryType, functionSourceCode, path, codeEntryAttributes } = spec.build ?? {}
    expect(codeEntryType).toBe(kind.type)
    expect(functionSourceCode).toBeUndefined()
    expect({ path, codeEntryAttributes }).toEqual({
      path: undefined,
      codeEntryAttributes: undefined,
      ...kind.build,
    })
    expect(spec.image).toBe(kind.image)
  })
}

test('no attribute of code from elsewhere is without such a test', () => {
  const paths = Object.values<Setting>(codeSettings).filter(({ path }) =>
    path.includes('codeEntryAttributes'),
  )
  const untested = paths.filter(({ path }) => !kinds.some(({ build }) => valueAt({ spec: { build } }, path)))
  // A test below names the commit by a reference, which excludes branch and tag.
  expect(untested.map(({ label }) => label)).toEqual(['Reference'])
})

test('switching back brings what was typed for each kind, also after a reload', async ({
  page,
  platform,
  unique,
}) => {
  await prepare(page, platform, unique('switch'))
  await replaceSource(page, '// mine')
  for (const kind of kinds) {
    await entry(page).selectOption(kind.type)
    await kind.fill(page)
  }
  await entry(page).selectOption('git')
  await expect(field(page, 'URL of the repository')).toHaveValue('https://git.example/shop/functions.git')
  await expect(field(page, 'Tag')).toHaveValue('v1.4.0')
  await expect(page.getByText(/· kept in this browser/)).toBeVisible()
  await page.reload()
  await expect(field(page, 'Tag')).toHaveValue('v1.4.0')
  await entry(page).selectOption('s3')
  await expect(field(page, 'Bucket')).toHaveValue('functions')
  await entry(page).selectOption('sourceCode')
  await expectSource(page, '// mine')
})

test('what a kind of code cannot do without is said beside its field', async ({ page, platform, unique }) => {
  await prepare(page, platform, unique('missing'))
  await entry(page).selectOption('git')
  await expect(page.getByText('Enter the URL of the repository')).toBeVisible()
  await expect(page.getByText(/^No git reference was specified/)).toBeVisible()
  await field(page, 'Branch').fill('main')
  await expect(page.getByText(/^No git reference was specified/)).toBeHidden()
  await field(page, 'URL of the repository').fill('https://git.example/shop/functions.git')
  const { build: byBranch } = (await putBody(page)).spec
  expect(byBranch).toMatchObject({ codeEntryType: 'git', codeEntryAttributes: { branch: 'main' } })
  await expectState(page, 'error')
  await entry(page).selectOption('jar')
  await expect(page.getByText('Only the Java runtime takes a jar')).toBeVisible()

  await entry(page).selectOption('git')
  await page.getByLabel('Take the commit by').selectOption('reference')
  await field(page, 'Reference').fill('refs/heads/next')
  await field(page, 'Handler').fill('resize:handler')
  const { spec } = await putBody(page)
  expect(spec.build?.codeEntryAttributes).toEqual({ reference: 'refs/heads/next' })
  expect(spec.handler).toBe('resize:handler')
})

test('a kind of code that is not known is kept', async ({ page, platform, unique }) => {
  const project = unique('odd')
  await platform.createProject(project)
  const build = {
    codeEntryType: 'ftp',
    path: 'ftp://files.example/a',
    codeEntryAttributes: { mode: 'passive' },
  }
  await platform.send('POST', '/api/functions', {
    metadata: { name: 'odd', namespace: 'nuclio', labels: { 'nuclio.io/project-name': project } },
    spec: { runtime: 'nodejs', handler: 'main:handler', build },
  })
  await page.goto(`/projects/${project}/functions/odd/code`)
  await expect(entry(page)).toHaveValue('ftp')
  await entry(page).selectOption('git')
  await entry(page).selectOption('ftp')
  await page.getByRole('textbox', { name: 'Handler' }).fill('main:other')
  await expect(page.getByText('error', { exact: true }).first()).toBeVisible()
  const { spec } = await putBody(page)
  expect(spec.build).toMatchObject(build)
  expect(spec.handler).toBe('main:other')
})

/** Shown for Java only, and set by a test of their own. */
const javaOptions = ['Java repositories', 'JVM options']

test('every setting of the build goes out', async ({ page, platform, unique }) => {
  await prepare(page, platform, unique('build'), { runtime: 'shell', source: '#!/bin/sh\necho hi\n' })
  await page.getByRole('group').filter({ hasText: 'Build' }).locator('summary').click()
  await field(page, 'Build commands').fill('apk add curl\n@nuclio.postCopy\ntrue')
  await field(page, 'Dependencies').fill('group: a, name: b, version: 1')
  for (const [title, value] of [
    ['before', 'ARG a'],
    ['after', 'echo done'],
  ] as const) {
    const list = page.getByRole('group', { name: `Directives ${title} the source is copied` })
    await list.getByRole('button', { name: 'Add directive' }).click()
    if (title === 'before') await list.getByLabel('Instruction 1', { exact: true }).fill('ENV')
    await list.getByLabel('Rest of instruction 1').fill(value)
  }
  await field(page, 'Script paths').fill('setup.sh')
  await page.getByRole('button', { name: 'Add path' }).click()
  await page.getByLabel('From of path 1').fill('/etc/a')
  await page.getByLabel('To of /etc/a').fill('/opt/a')
  await field(page, 'Base image').fill('alpine:3.20')
  await field(page, 'Onbuild image').fill('processor:{{ .Label }}')
  await field(page, 'Image name').fill('shop/resize')
  await field(page, 'Push registry').fill('push.example')
  await field(page, 'Run registry').fill('run.example')
  await field(page, 'Base image registry').fill('base.example')
  await field(page, 'Build timeout').fill('120')
  await field(page, 'Builder service account').fill('builder')
  await expect(page.getByText('Only Kubernetes heeds this')).toBeVisible()
  await page.getByRole('button', { name: 'Add argument' }).click()
  await page.getByLabel('Name of argument 1').fill('VERSION')
  await page.getByLabel('Value of VERSION').fill('7')
  await field(page, 'Builder flags').fill('--squash')
  for (const label of [
    'Build every layer anew',
    'Leave the build folder behind',
    'Build without the network',
    'Use base images that are there already',
  ])
    await page.getByRole('switch', { name: label }).check()
  await field(page, 'Path of function.yaml').fill('conf/function.yaml')
  await field(page, 'Temporary folder').fill('/tmp/build')
  await field(page, 'Shell arguments').fill('-x')
  await page
    .getByRole('group', { name: 'Response headers of the script' })
    .getByRole('button', { name: 'Add header' })
    .click()
  await page.getByLabel('Name of header 1').fill('content-type')
  await page.getByLabel('Value of content-type').fill('text/plain')
  await expectAccessible(page)
  const { spec } = await putBody(page)
  const unset = Object.values<Setting>(codeSettings)
    .filter(({ section, path }) => section === 'Build' && valueAt({ spec }, path) === undefined)
    .map(({ label }) => label)
  expect(unset).toEqual(javaOptions)
  expect(spec.runRegistry).toBe('run.example')
  expect(spec.runtimeAttributes).toEqual({
    arguments: '-x',
    responseHeaders: { 'content-type': 'text/plain' },
  })
  expect(spec.build).toMatchObject({
    commands: ['apk add curl', '@nuclio.postCopy', 'true'],
    dependencies: ['group: a, name: b, version: 1'],
    directives: {
      preCopy: [{ kind: 'ENV', value: 'ARG a' }],
      postCopy: [{ kind: 'RUN', value: 'echo done' }],
    },
    scriptPaths: ['setup.sh'],
    addedPaths: { '/etc/a': '/opt/a' },
    baseImage: 'alpine:3.20',
    onbuildImage: 'processor:{{ .Label }}',
    image: 'shop/resize',
    registry: 'push.example',
    baseImageRegistry: 'base.example',
    buildTimeoutSeconds: 120,
    builderServiceAccount: 'builder',
    args: { VERSION: '7' },
    flags: ['--squash'],
    noCache: true,
    noCleanup: true,
    offline: true,
    noBaseImagesPull: true,
    functionConfigPath: 'conf/function.yaml',
    tempDir: '/tmp/build',
  })
})

test('Java has its own options, and options without a field are kept', async ({ page, platform, unique }) => {
  await prepare(page, platform, unique('java'), {
    spec: { runtimeAttributes: { tuning: 'fast' }, build: { runtimeAttributes: { mirror: true } } },
  })
  await runtimeField(page).selectOption('java')
  await expect(page.getByRole('textbox', { name: 'Handler' })).toHaveValue('Handler')
  await page.locator('summary').filter({ hasText: 'Build' }).click()
  await field(page, 'Java repositories').fill('mavenCentral()')
  await field(page, 'JVM options').fill('-Xms64m\n-Xmx128m')
  await expect(page.getByText('build.runtimeAttributes.mirror, runtimeAttributes.tuning')).toBeVisible()
  const { spec } = await putBody(page)
  expect([spec.runtime, spec.handler]).toEqual(['java', 'Handler'])
  expect(spec.runtimeAttributes).toEqual({ tuning: 'fast', jvmOptions: ['-Xms64m', '-Xmx128m'] })
  expect(spec.build?.runtimeAttributes).toEqual({ mirror: true, repositories: ['mavenCentral()'] })
})

test('a field of the build opens by its address', async ({ page, platform, unique }) => {
  const { project, name } = await prepare(page, platform, unique('link'))
  await page.goto(`/projects/${project}/functions/${name}/code#spec.build.baseImage`)
  await expect(field(page, 'Base image')).toBeFocused()

  // One that is not drawn now: what decides that it is.
  await page.goto(`/projects/${project}/functions/${name}/code#spec.build.codeEntryAttributes.branch`)
  await expect(entry(page)).toBeFocused()
  await page.goto(`/projects/${project}/functions/${name}/code#spec.runtimeAttributes.jvmOptions`)
  await expect(runtimeField(page)).toBeFocused()
})
