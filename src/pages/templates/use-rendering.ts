import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { renderedTemplateQuery, type MadeFunction } from '@/api/function-templates'
import type { TemplateRow } from '@/domain/templates/template-rows'
import { filledValues, valueProblems, type ValueTexts } from '@/domain/templates/template-values'

/** Long enough that a word is typed, short enough that nobody waits. */
const typingPause = 250

interface Rendering {
  /** The function that is made, with the values as they were a moment ago; nothing before they are all there. */
  made?: MadeFunction
  /** Why it cannot be used now. */
  notYet?: string
  error: unknown
  retry: () => void
}

/** What becomes of a template with these values; the server is asked whenever they change and are all right. */
export function useRendering(row: TemplateRow, texts: ValueTexts): Rendering {
  const { spec, template = '', values } = row
  const [problem] = valueProblems(values, texts)
  const now = JSON.stringify(filledValues(values, texts))
  const [settled] = useDebouncedValue(now, typingPause)
  const rendered = useQuery({
    ...renderedTemplateQuery({ template, values: JSON.parse(settled) as Record<string, unknown> }),
    enabled: spec === undefined && problem === undefined,
    placeholderData: keepPreviousData,
  })
  const retry = () => void rendered.refetch()
  if (spec) return { made: { metadata: { name: '' }, spec, lostAmounts: false }, error: null, retry }

  const isWaiting = now !== settled || rendered.isFetching
  const made = problem || rendered.error ? undefined : rendered.data
  const isNothing = made && Object.keys(made.spec).length === 0
  const notYet = problem
    ? `${problem.label}: ${problem.isMissing ? 'fill it in first' : problem.words}`
    : isWaiting
      ? 'The preview is not there yet'
      : rendered.error
        ? 'The server could not fill in the template'
        : isNothing
          ? 'The server made nothing of this template'
          : undefined
  return { made: isNothing ? undefined : made, notYet, error: problem ? null : rendered.error, retry }
}
