namespace ProtocolAdvisor.Browser.Tests.Hosting;

/// <summary>How long is waited at most; a machine under load is slow, but nothing hangs.</summary>
internal static class Patience
{
    /// <summary>For what a page does after a click: a whole run has fifteen seconds.</summary>
    public static TimeSpan ForAnAnswer { get; } = TimeSpan.FromSeconds(25);

    /// <summary>For axe to look at every element of a long page.</summary>
    public static TimeSpan ForAJudgement { get; } = TimeSpan.FromSeconds(60);

    /// <summary>For a server or the browser to be there.</summary>
    public static TimeSpan ForAStart { get; } = TimeSpan.FromSeconds(90);
}
