import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { functionTemplatesQuery } from '@/api/function-templates'
import { useUrlState } from '@/components/use-url-state'
import {
  filterTemplates,
  readChoices,
  templateFacets,
  templateRow,
  toggledChoices,
} from '@/domain/templates/template-rows'

/** Long enough that a word is typed, short enough that nobody waits. */
const typingPause = 250

/** Why the server cannot be asked for this text, which travels in a header. */
function searchProblem(text: string): string | undefined {
  return /[^\x20-\xff]/.test(text)
    ? 'The server’s search takes Latin letters only, so this is searched here.'
    : undefined
}

/** The templates of the server, and what of them is shown. All that narrows them stands in the address. */
export function useGallery() {
  const [search, setSearch] = useUrlState('q', '')
  const [searcher, setSearcher] = useUrlState('search', '')
  const [runtimes, setRuntimes] = useUrlState('runtime', '')
  const [triggers, setTriggers] = useUrlState('trigger', '')
  const [settled] = useDebouncedValue(search.trim(), typingPause)

  const problem = searcher === 'server' ? searchProblem(settled) : undefined
  const isByServer = searcher === 'server' && problem === undefined
  const all = useQuery(functionTemplatesQuery())
  const found = useQuery({
    ...functionTemplatesQuery(settled),
    enabled: isByServer && settled !== '',
    placeholderData: keepPreviousData,
  })
  const answer = isByServer && settled !== '' ? found : all

  const allRows = useMemo(() => (all.data ?? []).map(templateRow), [all.data])
  const searched = useMemo(() => (answer.data ?? []).map(templateRow), [answer.data])
  const filter = useMemo(
    () => ({
      search: isByServer ? '' : search,
      runtimes: readChoices(runtimes),
      triggers: readChoices(triggers),
    }),
    [isByServer, search, runtimes, triggers],
  )
  const rows = useMemo(() => filterTemplates(searched, filter), [searched, filter])
  const facets = useMemo(() => templateFacets(searched, filter), [searched, filter])

  return {
    search,
    setSearch,
    isByServer: searcher === 'server',
    setByServer: (is: boolean) => setSearcher(is ? 'server' : ''),
    searchProblem: problem,
    toggleRuntime: (value: string) => setRuntimes(toggledChoices(runtimes, value)),
    toggleTrigger: (value: string) => setTriggers(toggledChoices(triggers, value)),
    isFiltered: search.trim() !== '' || runtimes !== '' || triggers !== '',
    clear: () => {
      setSearch('')
      setRuntimes('')
      setTriggers('')
    },
    /** The search parameters as they are chosen now; the address has them a moment later. */
    params: { q: search, search: searcher, runtime: runtimes, trigger: triggers },
    answer,
    allRows,
    rows,
    filter,
    facets,
  }
}

export type Gallery = ReturnType<typeof useGallery>
