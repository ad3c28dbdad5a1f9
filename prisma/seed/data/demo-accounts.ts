export const DEMO_PASSWORD = 'ThiDua@2026'
export const DEMO_DOMAIN = 'demo.test'
