namespace ProtocolAdvisor.Cli.Words;

/// <summary>What one would type.</summary>
internal static class CommandExamples
{
    /// <summary>Command lines by command; the empty name is the tool itself.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [""] =
        [
            "protocol-advisor assess jane@example.com --devices 2",
            "protocol-advisor discover example.com",
            "protocol-advisor settings jane@example.com --format apple --output jane.mobileconfig",
            "protocol-advisor explain cert-expired",
        ],
        ["assess"] =
        [
            "protocol-advisor assess jane@example.com --devices 2 --webmail",
            "pass show mail | protocol-advisor assess jane@example.com --password-stdin --json > report.json",
            "protocol-advisor assess --file domains.txt --csv --output results.csv",
            "protocol-advisor assess --server mail.example.com --user jane --lang de",
            "protocol-advisor assess --endpoint imaps://10.0.0.5 --endpoint pop3s://10.0.0.5 --user jane --allow-network 10.0.0.0/8 --trusted-root ca.pem",
        ],
        ["discover"] =
        [
            "protocol-advisor discover example.com",
            "protocol-advisor discover jane@example.com --json",
        ],
        ["settings"] =
        [
            "protocol-advisor settings jane@example.com --format text --lang de",
            "protocol-advisor settings jane@example.com --no-password --format thunderbird --output config-v1.1.xml",
            "protocol-advisor settings jane@example.com --name \"Jane Doe\" --format apple --output jane.mobileconfig",
        ],
        ["audit"] =
        [
            "protocol-advisor audit customers.csv --csv --output results.csv",
            "protocol-advisor audit customers.csv --csv --output results.csv --resume",
            "protocol-advisor audit domains.txt --service https://advisor.example.com --name Monday --csv --output monday.csv",
        ],
        ["key"] =
        [
            "protocol-advisor key new onboarding",
        ],
        ["key new"] =
        [
            "protocol-advisor key new onboarding --per-minute 600",
            "protocol-advisor key new night-audit --scope assess --scope audit --json",
        ],
        ["explain"] =
        [
            "protocol-advisor explain cert-expired",
            "protocol-advisor explain --json",
        ],
    };
}
