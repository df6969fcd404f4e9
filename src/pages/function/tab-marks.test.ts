import { expect, it } from 'vitest'
import { withText } from './draft/unread-texts'
import { tabMarks } from './tab-marks'

it('marks the tabs of edits, and above them those that need the person', () => {
  const change = (path: string[]) =>
    ({ path, words: '', consequence: 'restart', takeBack: { path, value: undefined } }) as const
  const finding = {
    rule: 'r',
    status: 400 as const,
    message: 'wrong',
    path: ['spec', 'triggers', 'a', 'kind'],
  }
  const changes = [change(['spec', 'handler']), change(['spec', 'env']), change(['spec', 'triggers', 'a'])]
  const text = { text: '{', base: undefined }
  const unread = withText(withText(undefined, [], text), ['spec', 'affinity'], text)
  expect(tabMarks(changes, [finding], undefined)).toEqual({
    code: 'edited',
    configuration: 'edited',
    triggers: 'broken',
  })
  expect(tabMarks(changes, [], unread)).toEqual({
    code: 'edited',
    configuration: 'broken',
    triggers: 'edited',
    yaml: 'broken',
  })
})
