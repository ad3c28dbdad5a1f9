import { describe, expect, it } from 'vitest'
import { escapeHtml } from '@/components/ui/html'

describe('text put into HTML strings', () => {
  it('cannot open an element or leave an attribute', () => {
    expect(escapeHtml(`<img src=x onerror="alert('1')">`)).toBe(
      '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;',
    )
    expect(escapeHtml('Bà & con')).toBe('Bà &amp; con')
  })

  it('leaves plain Vietnamese as it is', () => {
    expect(escapeHtml('“5 không, 3 sạch”: trên 2,5 tỷ')).toBe('“5 không, 3 sạch”: trên 2,5 tỷ')
  })
})
