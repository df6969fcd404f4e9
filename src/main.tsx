import '@/styles/layers.css'
import '@/styles/mantine.css'
import '@/styles/tokens.css'
import '@/styles/base.css'

import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { queryClient } from '@/api/query-client'
import { routes } from './routes'
import { cssVariablesResolver, theme } from './theme'

const router = createBrowserRouter(routes)
const colorScheme = localStorageColorSchemeManager({ key: 'nuclio-color-scheme' })
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element “root”')

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      deduplicateCssVariables={false}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
