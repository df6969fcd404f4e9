import { bad, goodConfig, type RefusedCase } from './refused-case'

const noSource =
  'Function must have either spec.build.path,spec.build.functionSourceCode, spec.build.image or spec.image set in order to create'

const imageFields: [spec: object, words: string, path: string[]][] = [
  [{ image: 'Bad Image!!' }, 'Spec.Image', ['image']],
  [{ image: 'a'.repeat(256) }, 'Spec.Image', ['image']],
  [{ runRegistry: 'https://index.docker.io/v1' }, 'Spec.RunRegistry', ['runRegistry']],
  [{ build: { image: 'Upper' } }, 'Spec.Build.Image', ['build', 'image']],
  [{ build: { onbuildImage: '{{ .Label }} x' } }, 'Spec.Build.OnbuildImage', ['build', 'onbuildImage']],
  [{ build: { registry: 'a//b' } }, 'Spec.Build.Registry', ['build', 'registry']],
  [{ build: { baseImageRegistry: 'a:b:c' } }, 'Spec.Build.BaseImageRegistry', ['build', 'baseImageRegistry']],
]
const images: RefusedCase[] = imageFields.map(([spec, words, path]) => ({
  what: `${words} that is no reference`,
  source: words === 'Spec.Image' ? 'recorded' : 'documented',
  spec: {
    ...spec,
    ...('build' in spec ? { build: { ...goodConfig.spec.build, ...(spec.build as object) } } : {}),
  },
  ...bad(`Invalid ${words} passed`, 'spec', ...path),
}))

const sources: RefusedCase[] = [
  {
    what: 'no source at all',
    source: 'recorded',
    spec: { build: {} },
    ...bad(noSource, 'spec', 'build', 'functionSourceCode'),
  },
  {
    what: 'source without a runtime',
    source: 'recorded',
    spec: { runtime: '' },
    ...bad('Runtime must be explicitly defined when using Function Source Code', 'spec', 'runtime'),
  },
  {
    what: 'source of a runtime that Nuclio does not have',
    source: 'recorded',
    spec: { runtime: 'cobol' },
    ...bad('Unsupported runtime name: cobol', 'spec', 'runtime'),
  },
  {
    what: 'an image without a runtime',
    source: 'recorded',
    spec: { runtime: '', build: {}, image: 'some/image:1' },
    ...bad('If image is passed, runtime must be specified', 'spec', 'runtime'),
  },
  {
    what: 'a handler with two colons',
    source: 'recorded',
    spec: { handler: 'a:b:c' },
    ...bad('Invalid handler name a:b:c', 'spec', 'handler'),
  },
  ...(
    [
      ['%%%', 0],
      ['eA==\n%', 5],
      ['eA=', 3],
      ['eAb', 0],
      ['eAbceA', 4],
    ] as const
  ).map(([functionSourceCode, at]) => ({
    what: `source that is no base64: ${JSON.stringify(functionSourceCode)}`,
    source: 'recorded' as const,
    spec: { build: { functionSourceCode } },
    ...bad(`illegal base64 data at input byte ${at}`, 'spec', 'build', 'functionSourceCode'),
  })),
  {
    what: 'git without a branch, tag or reference',
    source: 'recorded',
    spec: { build: { codeEntryType: 'git', path: 'http://127.0.0.1:1/x.git', codeEntryAttributes: {} } },
    ...bad(
      'No git reference was specified. (must specify branch/tag/reference)',
      'spec',
      'build',
      'codeEntryAttributes',
      'branch',
    ),
  },
  {
    what: 'an event timeout in words',
    source: 'ours',
    spec: { eventTimeout: 'soon' },
    ...bad('Invalid event timeout: time: invalid duration "soon"', 'spec', 'eventTimeout'),
  },
  {
    what: 'a function that is not there and must not be built',
    source: 'recorded',
    spec: { build: { ...goodConfig.spec.build, mode: 'neverBuild' } },
    surroundings: { existing: null },
    ...bad('Non existing function cannot be created with neverBuild mode', 'spec', 'build', 'mode'),
  },
]

/** Where the code and the images come from. */
export const sourceCases: readonly RefusedCase[] = [...images, ...sources]
