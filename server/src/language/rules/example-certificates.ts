/** Made for the examples: it held in the year 2020, and its key was thrown away. */
export const expiredCertificate = `-----BEGIN CERTIFICATE-----
MIIBFzCBvwIULVMDCmSQqTL7THeyoTFgetB21cUwCgYIKoZIzj0EAwIwDzENMAsG
A1UEAwwEQWNtZTAeFw0yMDAxMDEwMDAwMDBaFw0yMTAxMDEwMDAwMDBaMA8xDTAL
BgNVBAMMBEFjbWUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATxIIRlAjT2MUkh
8mlZ9BdQUu/7j569j/WpbC7HI7pUL0cRXxbbAy4AY78xVqUK+OIm7uHSmbbKmCMP
6NNl394qMAoGCCqGSM49BAMCA0cAMEQCIDXVH3sc7IlIMP84cs9VaxbQQjPsq7zi
GgWPaLf0aUpiAiBDb4sxFNHB8E/SAdfAgUVeNCMUK3e+p13mdL8vwg9Zgg==
-----END CERTIFICATE-----`;

/** Of the same key. */
export const publicKey = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8SCEZQI09jFJIfJpWfQXUFLv+4+e
vY/1qWwuxyO6VC9HEV8W2wMuAGO/MValCvjiJu7h0pm2ypgjD+jTZd/eKg==
-----END PUBLIC KEY-----`;
